import { verdictText } from '../audit/verdict-text.ts';
import { type Checked, isSound } from './check-database.ts';
import { flawText } from './find-flaws.ts';
import type { Foot, Head } from './format.ts';

const idsTold = 20;

/** What a backup is, in two lines. */
export function backupText({ head, foot }: { head: Head; foot: Foot }, bytes?: number): string {
  const rows = Object.values(foot.rows).reduce((sum, count) => sum + count, 0);
  const size = bytes === undefined ? '' : `, ${sizeText(bytes)}`;
  return `Backup of ${head.union ?? 'a desk that was not set up'}, of ${new Date(head.made_at).toISOString()}, by version ${head.version} (${head.database === 'pg' ? 'PostgreSQL' : 'SQLite'}).\n${rows} rows in ${Object.keys(foot.rows).length} tables${size}.\n`;
}

/** What was found: first whether it is sound, then what is not in the database. */
export function checkText(checked: Checked): string {
  const { flaws, trail, papersElsewhere, papersBroken, sealed } = checked;
  const lines = [
    isSound(checked) ? 'Checked: everything fits together.' : 'Checked: NOT everything fits together.',
    ...flaws.map((flaw) => `  - ${flawText(flaw)}`),
    ...(papersBroken.length === 0 ? [] : [`  - ${papersBroken.length} papers are not whole: ${idsText(papersBroken)}`]),
    ...papersElsewhere.map(
      ({ store, ids }) => `NOT CONTAINED: the content of ${ids.length} papers lies in ${store === 'folder' ? 'a folder (FILES_DIR)' : 'an S3 store'} and has to be kept from there: ${idsText(ids)}`,
    ),
    sealedText(sealed),
  ];
  return `${lines.join('\n')}\n${verdictText(trail)}`;
}

function sealedText({ count, unopened, keysMissing }: Checked['sealed']): string {
  if (count === 0) return 'Nothing in it is kept encrypted.';
  if (unopened === 0) return `Encrypted values: ${count}. All of them open with the keys that are here.`;
  return `WARNING: ${unopened} of ${count} encrypted values do not open with the keys that are here. Keys that are missing: ${keysMissing.join(', ')}. Put the secrets.key (or SECRETS_KEY) of that time back; without it authenticator apps, calendars elsewhere and video vendors have to be set up anew.`;
}

function idsText(ids: readonly string[]): string {
  return `${ids.slice(0, idsTold).join(', ')}${ids.length > idsTold ? ` ... and ${ids.length - idsTold} more` : ''}`;
}

export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
