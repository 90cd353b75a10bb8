/**
 * The colours an author gives actors and countries; each names its tokens, `--blue`, `--blue-fill`, … The first four differ in lightness
 * by 10 L* and more, so that they hold in grey; no fifth one can, so violet has a second edge, and grey is hollow.
 */
export const hues = ['blue', 'red', 'teal', 'amber', 'violet', 'grey'] as const;
export type Hue = (typeof hues)[number];

/** What decks call a colour too: the actors of the first deck, and the American spelling. */
export const hueAliases: Readonly<Record<string, Hue>> = {
  nato: 'blue',
  russia: 'red',
  belarus: 'teal',
  ukraine: 'amber',
  neutral: 'grey',
  gray: 'grey',
};

/** The colour of a name; undefined: it is the name of none. */
export function hueOf(name: string): Hue | undefined {
  return hues.find((hue) => hue === name) ?? (Object.hasOwn(hueAliases, name) ? hueAliases[name] : undefined);
}

/** Every name of a colour. */
export function namesOf(hue: Hue): readonly string[] {
  return [hue, ...Object.keys(hueAliases).filter((name) => hueAliases[name] === hue)];
}
