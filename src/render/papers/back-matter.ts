import { chartTable } from '../../chart/chart-table.js';
import { objectivesOf, questionsFor } from '../../evidence/objectives.js';
import type { BackMatter, ChartOnPaper, RelationsOnPaper } from '../../model.js';
import { relationsTable } from '../../relations/table.js';
import { coverageStrips } from '../coverage.js';
import { serializeTree } from '../drawings.js';
import { citationsOf } from '../meaning.js';
import { coverageOf } from '../passes/coverage.js';
import { typographic } from '../passes/typography.js';
import { fullReference, shortReference } from '../reference.js';
import type { Rendered } from '../rendering.js';
import type { SlideDocument } from '../slide-document.js';
import { attribute, create, elements, hasClass, textContent } from '../tree.js';
import { evidenceNotes } from './evidence-notes.js';

/** What papers print after the slides, gathered from what the edition's slides and prose show. */
export function backMatter(document: SlideDocument): BackMatter {
  const { deck } = document;
  const shown = [...document.trees, ...document.prose].flatMap(({ section }) => [section, ...elements(section)]);
  const used = new Set(shown.filter(({ tagName }) => tagName === 'abbr').map(textContent));
  const cited = new Set(shown.flatMap((element) => citationsOf(element).map(({ key }) => key)));
  const ids = new Set(shown.map((element) => attribute(element, 'id')));
  const relations = relationsOf(document, ids);
  for (const { rows } of relations)
    for (const { evidence } of rows) for (const { source } of evidence) cited.add(source);
  const strips = coverageStrips(document);
  const coverage = create('div', { class: 'coverage' }, ...coverageOf(strips, document));
  return {
    glossary: deck.abbreviations
      .filter(({ short }) => used.has(short))
      .map(({ short, long }) => ({ short, long }))
      .sort((a, b) => a.short.localeCompare(b.short, deck.settings.lang)),
    references: deck.references
      .filter(({ id }) => cited.has(id))
      .map((reference) => ({
        key: reference.id,
        short: shortReference(deck, reference.id),
        html: fullReference(reference),
        ...(reference.URL === undefined ? {} : { url: reference.URL }),
      })),
    credits: creditsIn(document),
    relations,
    charts: chartsOf(document, ids),
    objectives: objectivesIn(document),
    coverage: strips.length === 0 ? '' : serializeTree(coverage, document, { onPaper: true }),
  };
}

function creditsIn({ trees, prose }: SlideDocument): BackMatter['credits'] {
  return trees.flatMap(({ section, slide }, position) => {
    const roots = [section, ...(prose[position] === undefined ? [] : [prose[position].section])];
    const named = roots.flatMap((root) => elements(root).filter((one) => hasClass(one, 'credit'))).map(textContent);
    return named.length === 0 ? [] : [{ slide: slide.number, credits: [...new Set(named)] }];
  });
}

function objectivesIn({ deck, slides }: Rendered): BackMatter['objectives'] {
  return objectivesOf(slides.map(({ slide }) => slide)).map((objective) => {
    const serving = questionsFor(objective, { slides: slides.map(({ slide }) => slide) }).map(({ slide }) => slide.id);
    const own = slides.filter(({ slide }) => serving.includes(slide.id));
    return {
      text: typographic(objective.text, deck.settings),
      questions: own.map(({ slide, number }) => ({ number, title: typographic(slide.title, deck.settings) })),
    };
  });
}

function relationsOf(
  { deck, slides, evidence }: Rendered,
  ids: ReadonlySet<string | undefined>,
): readonly RelationsOnPaper[] {
  const data = deck.relations;
  if (data === undefined) return [];
  return slides.flatMap(({ slide, number }) =>
    slide.diagrams.flatMap(({ id, view }) => {
      if (view === undefined || !ids.has(id)) return [];
      const rows = relationsTable(view, data, deck.settings.lang).map(({ id, citations, ...row }) => {
        const place = data.relations.find((one) => one.id === id)?.place;
        const claim = evidence?.claims.find((one) => one.kind === 'relation' && one.place === place);
        const { from, kind, what, to, mutual, remark } = row;
        const { notes } = evidenceNotes([{ citations, found: claim?.found ?? [] }]);
        return { from, kind, what, to, mutual, remark, evidence: notes };
      });
      return [{ slide: { id: slide.id, number, title: slide.title }, rows }];
    }),
  );
}

function chartsOf({ deck, slides }: Rendered, ids: ReadonlySet<string | undefined>): readonly ChartOnPaper[] {
  return slides.flatMap(({ slide, number }) =>
    slide.diagrams.flatMap(({ id, chart }) => {
      if (chart === undefined || !ids.has(id)) return [];
      return [{ slide: { number, title: slide.title }, ...chartTable(chart, deck.settings.lang) }];
    }),
  );
}
