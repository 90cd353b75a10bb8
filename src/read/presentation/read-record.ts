import { z } from 'zod';
import type { PresentationRecord } from '../../model.js';

const lineSchema = z.object({
  kind: z.enum(['title', 'text', 'row', 'alt', 'picture', 'series', 'foot', 'note']),
  text: z.string(),
  level: z.number().exactOptional(),
  strong: z.string().exactOptional(),
  em: z.string().exactOptional(),
  links: z.array(z.string()).exactOptional(),
  sizes: z.array(z.number()).exactOptional(),
});

const recordSchema = z.object({
  version: z.literal(1),
  deck: z.string(),
  audience: z.enum(['student', 'teacher']),
  cut: z.number().exactOptional(),
  title: z.string(),
  slides: z.array(z.object({ id: z.string(), section: z.string().exactOptional(), lines: z.array(lineSchema) })),
});

/** The record of a presentation; undefined where it is damaged, or of a later version. */
export function readRecord(text: string): PresentationRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
