import type { SpeakerPlan } from '../../model.js';
import { followSpeaker } from './follow-speaker.js';
import { type Plan, planOf } from './plan.js';
import { serveSpeaker } from './serve-speaker.js';
import { showSpeakerView } from './speaker-view.js';
import '../theme/speaker.css';
import '../theme/hands.css';
import '../theme/speaker-notes.css';

const planned = document.getElementById('speaker-plan');
const root = document.querySelector<HTMLElement>('.reveal');

/**
 * Runs before the deck's own script, and only in files with notes. The same file is three pages: the deck, the speaker's window
 * (`?speaker`), which starts no Reveal, and the two frames in it (`?receiver`, Reveal's own word).
 */
if (planned !== null && root !== null) {
  const query = new URLSearchParams(location.search);
  if (query.has('speaker')) showSpeakerView(root, currentPlan());
  else
    root.addEventListener('ready', () => {
      if (deck.getConfig().view === 'print') return;
      if (query.has('receiver') && window.parent !== window) followSpeaker(deck);
      else serveSpeaker(deck, currentPlan);
    });
}

/** Under the dev server a slide may be given another heading, and so another id, while the page stays. */
function currentPlan(): Plan {
  return planOf(JSON.parse(document.getElementById('speaker-plan')?.textContent ?? '') as SpeakerPlan);
}
