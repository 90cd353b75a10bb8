import { remarkFor } from '../parse/dialects/remarks.js';
import type { SlideDraft } from './slide-draft.js';

/**
 * Comments that nobody is shown there: remarks of the author's, which go below `Note:`, so that no reader gets them, and settings for
 * other programs, which are left out. `isOurs` are those that mean something here.
 */
export function commentsAsNotes(
  draft: SlideDraft,
  isOurs: (said: string, start: number) => boolean = () => false,
): void {
  for (const piece of draft.html) {
    if (piece.comment === undefined) continue;
    const typed = draft.text.slice(piece.start, piece.end);
    const said = typed.replace(/^<!--|-->$/g, '').trim();
    if (isOurs(said, piece.start)) continue;
    draft.replace(piece.start, piece.end, '');
    if (said === '') continue;
    if (remarkFor([piece], () => false) === undefined)
      draft.say('lost', piece.start, typed, 'Was shown to nobody, and is left out.');
    else {
      draft.notes.push(said);
      draft.say('changed', piece.start, typed, 'Was shown to nobody; it stands below `Note:`.');
    }
  }
}
