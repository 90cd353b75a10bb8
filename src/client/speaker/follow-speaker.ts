import type { RevealApi } from 'reveal.js';
import { askOver } from '../over-slide.js';
import { type Frame, isForDeck, keyOf, receiveInFrames, sendInFrames } from './messages.js';

/** Shows in a frame of the speaker's window what the deck shows, or its next step. The frame itself takes no keys and no clicks. */
export function followSpeaker(deck: RevealApi): void {
  receiveInFrames<Frame>(
    (from) => from === window.parent,
    ({ state, over, ahead }) => {
      // A black screen and the overview are for the room.
      deck.setState({ ...state, paused: false, overview: false });
      if (ahead) deck.next();
      else askOver(over);
    },
  );
  addEventListener(
    'keydown',
    (event) => {
      event.stopImmediatePropagation();
      if (!isForDeck(event)) return;
      event.preventDefault();
      sendInFrames(window.parent, { kind: 'frame-key', key: keyOf(event) });
    },
    true,
  );
  sendInFrames(window.parent, { kind: 'frame-ready' });
}
