import type { Directory } from '../directory/directory.ts';
import { invalid } from '../http/problems.ts';

/** Throws `validation` on /office_ids for an office that does not exist. */
export function requireOffices({ offices }: Pick<Directory, 'offices'>, officeIds: readonly string[] | null): void {
  if (officeIds === null || officeIds.every((id) => offices.has(id))) return;
  throw invalid('/office_ids', { it: 'Uno di questi uffici non esiste più: ricarica la pagina.', en: 'One of these offices does not exist any more: reload the page.' });
}
