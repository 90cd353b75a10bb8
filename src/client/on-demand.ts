/** The second script of a published deck, and its style: what opens over it, and what few decks use of Reveal. */
import { provide } from './load-on-demand.js';
import { parts } from './on-demand-parts.js';
import './theme/on-demand.css';

provide(parts);
