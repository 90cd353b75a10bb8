import type { Token } from 'markdown-it';
import type { Audience } from '../model.js';
import { classesOf } from './token.js';

/**
 * For whom alone a block, a span, a link or a picture is; an answer, by which also an answer's notes and prose are the teacher's. What
 * raw HTML keeps for one audience was noted on the token before (`html-audiences.ts`).
 */
export function audienceOf(token: Token): Audience | undefined {
  const byHtml: unknown = token.meta?.audience;
  if (byHtml === 'teacher' || byHtml === 'student') return byHtml;
  if (token.type !== 'container_open') return classesOf(token).find(isAudience);
  return token.info === 'answer' ? 'teacher' : [token.info, ...classesOf(token)].find(isAudience);
}

function isAudience(name: string): name is Audience {
  return name === 'teacher' || name === 'student';
}
