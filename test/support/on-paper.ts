import type { BackMatter, SlideOnPaper } from '../../src/model.js';

/** What a slide made by hand gives to papers: nothing. */
export const nothingOnPaper: SlideOnPaper = {
  number: 1,
  layout: 'text',
  level: 2,
  stage: '',
  body: '',
  foot: '',
  prose: '',
  notes: '',
  evidence: [],
  figures: [],
};

export const noMatter: BackMatter = {
  glossary: [],
  references: [],
  relations: [],
  charts: [],
  objectives: [],
  coverage: '',
};
