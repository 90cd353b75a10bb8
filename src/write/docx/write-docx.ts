import type { ArticleBlocks, Block, PaperSetup, Photograph, Quiz, RenderedDeck, ShownPicture } from '../../model.js';
import { picturesIn } from '../pictures-in.js';
import { docxLook, logoPicture } from './docx-look.js';
import type { DocxOptions } from './docx-setup.js';
import { writeQuestions } from './write-questions.js';
import { writeReader } from './write-reader.js';

/** What the Word files of an edition are made from. */
export interface DocxInput {
  readonly rendered: Pick<RenderedDeck, 'edition' | 'settings' | 'brand'>;
  readonly article: () => ArticleBlocks;
  readonly worksheet: () => Quiz;
  readonly quiz: () => Quiz;
  readonly photographs: (pictures: readonly ShownPicture[]) => Promise<ReadonlyMap<ShownPicture, Photograph>>;
  readonly date: Date;
  readonly paper: PaperSetup;
}

/** The Word files that an edition's reader gets. There is no worksheet and no key without a question. */
export async function writeDocx(
  input: DocxInput,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const { rendered, date, paper } = input;
  const { settings, brand } = rendered;
  const logo = logoPicture(brand);
  const made: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const shown = async (blocks: readonly Block[]): Promise<DocxOptions> => {
    const photographs = await input.photographs([...picturesIn(blocks), ...(logo === undefined ? [] : [logo])]);
    const picture = logo === undefined ? undefined : photographs.get(logo);
    return {
      ...{ size: paper.size, date, photographs, look: docxLook(brand) },
      ...(picture === undefined ? {} : { logo: { picture, alt: brand?.name ?? '' } }),
    };
  };
  const isKey = rendered.edition.audience === 'teacher';
  const quiz = isKey ? input.quiz() : input.worksheet();
  if (!isKey) {
    const article = input.article();
    const blocks = article.parts.flatMap((part) => [...part.blocks, ...part.spoken]);
    made.push({ name: 'reader.docx', bytes: await writeReader(article, await shown(blocks)) });
  }
  if (quiz.questions.length > 0) {
    const blocks = quiz.questions.flatMap(({ asked, choices, answer }) => [
      ...asked,
      ...choices.flatMap((choice) => choice.blocks),
      ...answer,
    ]);
    const bytes = await writeQuestions(quiz, { settings, isKey }, await shown(blocks));
    made.push({ name: isKey ? 'key.docx' : 'worksheet.docx', bytes });
  }
  return made;
}
