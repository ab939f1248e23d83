import type { StoredFiles } from '@sportello/contract';

export interface Upload {
  /** The same for each try of one file, so that it is kept once. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** From 0 to 1, as far as it has left this machine. */
  readonly onProgress: (share: number) => void;
}

/** Where papers come from and go to: an appointment, a hold, a room, for whoever looks at them. Each verb throws ApiProblem. */
export interface PapersPort {
  /** Names the list in the query cache. */
  readonly queryKey: readonly unknown[];
  readonly list: (signal: AbortSignal) => Promise<StoredFiles>;
  readonly add: (file: File, upload: Upload) => Promise<{ readonly id: string }>;
  /** null: papers can be sent here, and not read. */
  readonly open: ((id: string) => Promise<Blob>) | null;
  /** null: nothing is taken back here. */
  readonly remove: ((id: string) => Promise<unknown>) | null;
}

/** Whose eyes they are for: what they sent themselves is called theirs. */
export type PapersReader = 'citizen' | 'staff' | 'guest';

export interface PapersProps {
  readonly port: PapersPort;
  readonly reader: PapersReader;
  /** Reads the list again whenever it changes: the room's `files_revision`. */
  readonly revision?: number;
  /** What the papers answer, where it is one question. */
  readonly question?: string;
  /** Where the error summary of a form leads. */
  readonly inputId?: string;
  /** Of the field that these papers are. */
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
}
