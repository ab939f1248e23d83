/**
 * The form of the demo content: plain data, no ids, no instants. Keys tie the pieces together and are spelled as unions,
 * so that a reference to a calendar or a place that does not exist fails to compile.
 *
 * Long texts are plain text: one line is one paragraph, a line that begins with "- " is an item of a list,
 * and (in the privacy notice and the legal notes only) a line that begins with "## " is a heading.
 */
export interface Text {
  readonly it: string;
  readonly en: string;
}

export type Channel = 'video' | 'phone' | 'desk' | 'home';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A wall time in the union's zone, `HH:MM`. */
export type WallTime = `${number}:${number}`;

export type MunicipalityKey =
  | 'mombercelli'
  | 'montaldo-scarampi'
  | 'agliano-terme'
  | 'azzano-d-asti'
  | 'rocca-d-arazzo'
  | 'castelnuovo-calcea'
  | 'san-marzano-oliveto'
  | 'vigliano-d-asti'
  | 'vinchio';

export type OfficeKey = 'ufficio-tecnico' | 'suap' | 'sue' | 'punto-risposte' | 'amico-digitale';

export type PlaceKey = 'sede-unione' | `municipio-${MunicipalityKey}`;

export type CalendarKey =
  | 'tecnico-1'
  | 'tecnico-2'
  | 'sue-1'
  | 'suap-1'
  | 'suap-2'
  | 'punto-risposte-1'
  | 'punto-risposte-2'
  | 'amico-digitale-1'
  | 'bici-1';

export type LifeEventKey =
  | 'aprire-un-attivita'
  | 'costruire-o-ristrutturare-casa'
  | 'comprare-vendere-ereditare'
  | 'trasferirsi'
  | 'documenti-e-identita-digitale'
  | 'pagare-tasse-e-tributi'
  | 'salute-e-assistenza'
  | 'organizzare-un-evento';

export interface MunicipalityContent {
  readonly key: MunicipalityKey;
  readonly name: string;
  readonly istatCode: string;
  readonly cadastralCode: string;
  readonly postalCode: string;
  readonly province: string;
  readonly areaCode: string;
  readonly population: number;
  /** The day to which the population refers. */
  readonly populationAt: string;
  readonly patronSaint: string;
  /** `MM-DD`, or null where the administrator still has to fill it in. */
  readonly patronDay: string | null;
  /** First day of the membership, `YYYY-MM-DD`. */
  readonly memberFrom: string;
  readonly description: Text;
}

export interface OfficeContent {
  readonly key: OfficeKey;
  readonly name: Text;
  readonly shortName: Text;
  readonly description: Text;
  /** E.164. */
  readonly phone: string;
  readonly email: string;
  readonly serves: 'all';
}

export interface PlaceContent {
  readonly key: PlaceKey;
  readonly name: Text;
  readonly municipality: MunicipalityKey;
  readonly street: string;
  readonly postalCode: string;
  readonly locality: string;
  readonly accessNotes: Text;
  readonly hoursText: Text;
}

export interface LifeEventContent {
  readonly key: LifeEventKey;
  readonly name: Text;
  readonly description: Text;
}

export type QuestionKind = 'short_text' | 'long_text' | 'choice' | 'yes_no' | 'date' | 'tax_code' | 'practice_number' | 'file';

export interface ChoiceContent {
  readonly value: string;
  readonly label: Text;
}

export interface QuestionContent {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: Text;
  readonly help?: Text;
  readonly required: boolean;
  /** For `choice` only. */
  readonly choices?: readonly ChoiceContent[];
}

export interface ChannelTextsContent {
  /** What to bring, or to have at hand. */
  readonly documents?: Text;
  /** Conditions to accept before booking. */
  readonly before?: Text;
  /** Shown and sent once the booking is made. */
  readonly after?: Text;
  readonly beforeVideo?: Text;
  /** When the appointment is over. */
  readonly closing?: Text;
}

/** Rules that are absent take the defaults of the booking rules. Everybody may book; nothing waits for approval. */
export interface ChannelContent {
  readonly channel: Channel;
  readonly durationMinutes: number;
  readonly stepMinutes?: number;
  readonly grid?: 'opening' | 'clock' | 'pack';
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
  readonly noticeMinutes?: number;
  readonly horizonDays?: number;
  readonly holdMinutes?: number;
  readonly moveCutoffMinutes?: number;
  readonly cancelCutoffMinutes?: number;
  readonly releaseDelayMinutes?: number;
  readonly limitFuture?: number;
  readonly limitPerDay?: number;
  /** An official approves each request. */
  readonly moderated?: boolean;
  /** People may ask for one of the operators. */
  readonly personMayChoose?: boolean;
  /** Every need is met by one calendar of its list; all needs at the same time. */
  readonly needs: readonly (readonly CalendarKey[])[];
  /** For `desk` only. */
  readonly places?: readonly PlaceKey[];
  readonly texts?: ChannelTextsContent;
  readonly questions?: readonly QuestionContent[];
}

export interface ServiceContent {
  readonly key: string;
  readonly slug: string;
  readonly office: OfficeKey;
  readonly name: Text;
  /** At most 160 characters. */
  readonly summary: Text;
  readonly forWhom: Text;
  readonly how: Text;
  readonly needed: Text;
  readonly result: Text;
  readonly times: Text;
  readonly cost: Text;
  readonly terms: Text;
  /** The words that people really use when they search. */
  readonly keywords: { readonly it: readonly string[]; readonly en: readonly string[] };
  readonly lifeEvents: readonly LifeEventKey[];
  /** 0 to 100. */
  readonly popularity: number;
  /** True where booking does not replace a request, a filing or a declaration; `terms` says so. */
  readonly notAFiling: boolean;
  readonly channels: readonly ChannelContent[];
}

export interface OpeningContent {
  readonly days: readonly Weekday[];
  readonly start: WallTime;
  readonly end: WallTime;
  /** Where the operator sits; without it nobody is received at a desk. */
  readonly place?: PlaceKey;
  /** Absent: every channel. */
  readonly channels?: readonly Channel[];
  /** Absent: every week. */
  readonly everyWeeks?: number;
  /** Which week of the cycle, from 0; rules with the same `everyWeeks` and different offsets take turns. Absent: 0. */
  readonly weekOffset?: number;
}

export interface CalendarContent {
  readonly key: CalendarKey;
  readonly kind: 'operator' | 'thing';
  readonly name: string;
  readonly office?: OfficeKey;
  readonly opening: readonly OpeningContent[];
}

export interface LinkContent {
  readonly rel: 'accessibility' | 'accessibility-feedback' | 'privacy' | 'legal-notes' | 'faq' | 'report';
  readonly label: Text;
  /** Absolute, `mailto:`, or a path of our own site. */
  readonly url: string;
}

export interface PrivacyNoticeContent {
  readonly version: string;
  readonly validFrom: string;
  readonly title: Text;
  readonly text: Text;
}

export interface LegalNotesContent {
  readonly title: Text;
  readonly text: Text;
}

export interface FrequentQuestionContent {
  readonly key: string;
  readonly question: Text;
  readonly answer: Text;
}

export interface UnionContent {
  readonly name: string;
  readonly seat: MunicipalityKey;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly postalCode: string;
  readonly locality: string;
  readonly province: string;
  readonly timeZone: 'Europe/Rome';
  readonly languages: readonly ['it', 'en'];
  readonly description: Text;
  readonly links: readonly LinkContent[];
  readonly privacyNotice: PrivacyNoticeContent;
  readonly legalNotes: LegalNotesContent;
  readonly faq: readonly FrequentQuestionContent[];
}

export interface DemoContent {
  readonly union: UnionContent;
  readonly municipalities: readonly MunicipalityContent[];
  readonly offices: readonly OfficeContent[];
  readonly places: readonly PlaceContent[];
  readonly lifeEvents: readonly LifeEventContent[];
  readonly services: readonly ServiceContent[];
  readonly calendars: readonly CalendarContent[];
}
