import { distance } from 'fastest-levenshtein';

/** The names that keep something from a reader. */
export const keepers = ['teacher', 'student', 'answer', 'notes', 'likely-question'] as const;
export type Keeper = (typeof keepers)[number];

/** Words for the same that other tools and other languages have. */
const others: Readonly<Record<Keeper, readonly string[]>> = {
  teacher: [
    'instructor',
    'lecturer',
    'trainer',
    'lehrer',
    'lehrkraft',
    'enseignant',
    'professeur',
    'nauczyciel',
  ].concat(['mokytojas', 'учитель', 'преподаватель', 'настаўнік', 'выкладчык', 'вчитель', 'викладач']),
  student: [],
  answer: [
    'solution',
    'solutions',
    'lösung',
    'loesung',
    'antwort',
    'réponse',
    'reponse',
    'odpowiedź',
    'odpowiedz',
  ].concat([
    'rozwiązanie',
    'atsakymas',
    'sprendimas',
    'ответ',
    'решение',
    'адказ',
    'рашэнне',
    'відповідь',
    'розв’язок',
  ]),
  notes: ['speaker-notes', 'speaker-note', 'speakernotes', 'speaker', 'presenter-notes', 'presenter', 'teaching-notes'],
  'likely-question': ['likely-questions', 'likelyquestion', 'possible-question'],
};

/** Words one letter away from a keeper that mean something else, a callout's name among them. */
const harmless = ['note', 'noted', 'nodes', 'votes', 'notas', 'noter', 'notices'];

/** What a name means that keeps nothing as it is typed: one edit away from a keeper, in another case or number, or another word for it. */
export function meantKeeper(typed: string): Keeper | undefined {
  const name = typed
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[_\s]+/g, '-')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (name.length < 4 || harmless.includes(name)) return undefined;
  const parts = name.split('-');
  if (parts.length > 1 && parts.length < 4 && parts.some((part) => part === 'teacher' || part === 'teachers'))
    return 'teacher';
  return keepers.find((keeper) => isNear(name, keeper) || others[keeper].includes(name));
}

function isNear(name: string, keeper: Keeper): boolean {
  return distance(name, keeper) <= 1 || isSwapped(name, keeper);
}

/** Two letters next to each other exchanged. */
function isSwapped(name: string, keeper: string): boolean {
  if (name.length !== keeper.length) return false;
  const first = [...keeper].findIndex((letter, index) => name[index] !== letter);
  const swapped = keeper.slice(0, first) + (keeper[first + 1] ?? '') + (keeper[first] ?? '') + keeper.slice(first + 2);
  return first !== -1 && swapped === name;
}
