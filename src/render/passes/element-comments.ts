import { commentsIn, readElementComment, targetOfComment } from '../../element-comment.js';
import type { Pass } from '../slide-tree.js';
import { addClass, remove, setAttribute } from '../tree.js';

/** `<!-- .element: key="value" -->` goes to its element. Classes are added rather than put in the place of others. All other comments are dropped. */
export const applyElementComments: Pass = ({ section }) => {
  for (const comment of commentsIn(section)) {
    const attributes = 'data' in comment ? readElementComment(comment.data) : [];
    const target = targetOfComment(comment) ?? section;
    for (const [name, value] of attributes) {
      if (name === 'class') addClass(target, ...value.split(/\s+/));
      else setAttribute(target, name, value);
    }
  }
  for (const comment of commentsIn(section)) remove(comment);
};
