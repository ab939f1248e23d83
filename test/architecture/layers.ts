// Who may import whom: one row per folder, and the reason. The longest folder that fits a file is its row.
// `may` names packages, folders of ours, or one of the two words below. What a file imports from its own row's folder is always allowed.

/** Any package; whether it is declared is a rule of its own. */
export const PACKAGES = 'any package';
/** The modules of Node itself. */
export const NODE = 'node:';

export interface Layer {
  folder: string;
  may: string[];
  mayNot?: string[];
  why: string;
}

const API = 'apps/api/src';
const WEB = 'apps/web/src';
const CONTRACT = '@sportello/contract';
const SCHEDULING = '@sportello/scheduling';

const FEATURES = ['directory', 'calendars', 'availability', 'appointments', 'desk', 'files', 'rooms', 'notifications', 'identity', 'audit', 'administration', 'statistics', 'health', 'backup', 'retention', 'systems', 'site'].map((name) => `${API}/${name}`);
const GROUND = [`${API}/clock.ts`, `${API}/background`, `${API}/secrets.ts`, `${API}/sealing.ts`, `${API}/people`, `${API}/tables`];
const BELOW_FEATURES = [`${API}/http`, `${API}/database`, ...GROUND];

export const LAYERS: Layer[] = [
  { folder: 'packages/contract/src', may: ['typebox'], why: 'the browser pays for every byte of it, and schemas need nothing else' },
  { folder: 'packages/scheduling/src', may: ['luxon'], why: 'the rules of time are pure: no clock, no disk, no database' },
  { folder: 'packages/scheduling/src/cases', may: ['luxon', NODE, 'packages/scheduling/src'], why: 'the runner of the cases reads files; tsx only starts it' },

  { folder: `${API}/main.ts`, may: [PACKAGES, NODE, API], why: 'opens everything and hands it to the app' },
  { folder: `${API}/quick-start.ts`, may: [NODE], why: 'is read before everything else, and only makes the reading cheaper' },
  { folder: `${API}/app.ts`, may: [PACKAGES, NODE, ...FEATURES, ...BELOW_FEATURES, `${API}/config.ts`], why: 'puts the features together; is built by tests too, so it cannot know main' },
  { folder: `${API}/version.ts`, may: [NODE], why: 'reads the version of the root package.json' },
  { folder: `${API}/jobs.ts`, may: [PACKAGES, NODE, `${API}/housekeeping.ts`, ...FEATURES, ...BELOW_FEATURES], why: 'starts what runs beside the web; main and the proofs use it' },
  { folder: `${API}/housekeeping.ts`, may: [PACKAGES, ...FEATURES, ...BELOW_FEATURES], why: 'tidies up after every feature, by their verbs' },
  { folder: `${API}/config.ts`, may: [NODE, CONTRACT, `${API}/database/open.ts`], why: 'a pure reading of the environment; of the database it knows the address' },
  { folder: `${API}/clock.ts`, may: [], why: 'the one reader of the system clock depends on nothing' },
  { folder: `${API}/background`, may: [`${API}/clock.ts`], why: 'how work beside the requests rests and goes on; what is done is the business of the features' },
  { folder: `${API}/installation-key.ts`, may: [NODE], why: 'files on the disk of the installation: main reads them, the command that rotates keys replaces one' },
  { folder: `${API}/cli`, may: [PACKAGES, NODE, API], why: 'the commands of who runs the installation: like main, they open everything' },
  { folder: `${API}/secrets.ts`, may: [NODE], why: 'all that is made from the installation key; easy to read in full, so it leans on nothing' },
  { folder: `${API}/sealing.ts`, may: [NODE], why: 'encrypts what must be read back; easy to read in full, so it leans on nothing' },
  { folder: `${API}/people`, may: [PACKAGES], why: 'how phones and names are written and masked: pure, for the door and for every feature' },
  { folder: `${API}/tables`, may: [PACKAGES, CONTRACT], why: 'how a table is written for a spreadsheet; what is in it is the business of the features' },
  { folder: `${API}/http`, may: [PACKAGES, NODE, `${API}/database`, ...GROUND], why: 'what every feature speaks HTTP with; it knows no feature' },
  { folder: `${API}/database`, may: [PACKAGES, NODE, ...GROUND], why: 'tables and transactions; what they are for is the business of the features' },
  {
    folder: `${API}/database/demo`,
    may: [PACKAGES, NODE, `${API}/database`, `${API}/clock.ts`, `${API}/calendars/holidays.ts`],
    why: 'the demo desk keeps the holidays that the product keeps; else it is only rows',
  },
  ...FEATURES.map((folder) => ({
    folder,
    may: [PACKAGES, NODE, ...FEATURES, ...BELOW_FEATURES],
    why: 'a feature calls the verbs of others, and stands on http and database; it is given its configuration',
  })),

  { folder: WEB, may: [PACKAGES], mayNot: [SCHEDULING], why: 'what can be booked is decided by the server, never guessed in the browser' },
  { folder: `${WEB}/desk/hours`, may: [PACKAGES, WEB], why: 'the editor shows at once what a rule yields' },
  {
    folder: `${WEB}/ui`,
    may: [PACKAGES, `${WEB}/format`, `${WEB}/messages`],
    mayNot: ['react-router', '@tanstack/react-query', CONTRACT, SCHEDULING],
    why: 'components of the design system can be shown without a router, a server or an appointment',
  },
  { folder: 'e2e', may: [PACKAGES, NODE, 'scripts', 'test/postgres.ts'], mayNot: ['@sportello/api', '@sportello/web', SCHEDULING], why: 'a journey knows what a person sees, and the contract; the real PostgreSQL of the tests is started for it' },
];

/** Folders in which each new entry needs a row of its own. */
export const FULLY_LISTED = [API];
