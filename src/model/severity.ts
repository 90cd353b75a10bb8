/** How serious a rule is; what is `off` was excused by the deck's author, and no report shows it. */
export const levels = ['off', 'note', 'warning', 'error'] as const;
export type Level = (typeof levels)[number];
export type Severity = Exclude<Level, 'off'>;
