/** The first script of a published deck, and the theme. */
import { loader } from './load-on-demand.js';
import { startDeck } from './start-deck.js';
import './theme/theme.css';

startDeck(loader);
