/** A table that is drawn with characters, after it was read. */
export interface TextTable {
  readonly head: readonly (readonly TextCell[])[];
  readonly body: readonly (readonly TextCell[])[];
}

export type Alignment = 'left' | 'center' | 'right';

export interface TextCell {
  readonly lines: readonly string[];
  /** How many lines its first line stands below the table's first. */
  readonly offset: number;
  readonly align?: Alignment | undefined;
  readonly columns?: number;
  readonly rows?: number;
}

/** Why what looks like a table cannot be read as one. */
export interface TableTrouble {
  /** How many lines below the table's first. */
  readonly offset: number;
  readonly message: string;
  readonly cure: string;
}
