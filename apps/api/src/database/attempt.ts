import type { Database, Writer } from './database.ts';

/** A decision that may refuse: `ok` says whether what was written is to stay. */
export interface Outcome {
  readonly ok: boolean;
}

class Refused<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super('refused');
    this.result = result;
  }
}

/** A write that decides: when the outcome is not ok, everything is rolled back and the outcome is still the answer. */
export async function attempt<Result extends Outcome>(database: Database, work: (tx: Writer) => Promise<Result>): Promise<Result> {
  try {
    return await database.write(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    // Only the line above makes one, with this very result.
    if (error instanceof Refused) return error.result as Result;
    throw error;
  }
}
