import { changeRecord, type ContentOf, createRecord, type RecordContent, type RecordEffect, type RecordKind } from '@sportello/contract';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { records } from '../../messages/records.ts';
import type { FieldOf } from '../../staff/form.ts';
import { problemOf, staffCall } from '../../staff/staff-call.ts';
import { staffPaths } from '../../staff/staff-paths.ts';
import { fieldErrorsOf } from '../../trouble.ts';
import { isSame, valueAt, withNewer, withoutBlanks, withValueAt } from './content.ts';
import { isHarmless } from './effect.ts';
import { idOf, type Placed, placeErrors } from './places-of-errors.ts';
import { type ItemOf, fetchRecord, keepRecord, type KnownDraft, readRecordsAgain, type RecordName, tryOut } from './queries.ts';
import { withSlug } from './with-slug.ts';

/** What a form of a record works with. Pointers are JSON pointers into the content: `/name/it`, `/links/0/url`. */
export interface Edit<Content extends RecordContent> {
  /** As it stands in the form; while people type, fields may be blank or of no sense yet. */
  readonly content: Content;
  readonly isNew: boolean;
  readonly change: (patch: Partial<Content>) => void;
  /** Writes one value anywhere. */
  readonly put: (pointer: string, value: unknown) => void;
  /** The id that the field at the pointer must have, so that the error summary finds it. */
  readonly idOf: (pointer: string) => string;
  readonly errorOf: (pointer: string) => string | undefined;
  /** Everything that a `TextField` or `SelectField` needs of the value there: `<TextField {...edit.text('/phone')} label=... />` */
  readonly text: (pointer: string) => FieldOf<string>;
  /** The same for a whole number: what is no number stays as it was typed, for the server to refuse. */
  readonly number: (pointer: string) => FieldOf<string>;
}

/** Somebody else's change, from what one began with to how it is now. */
export interface Newer<Content> {
  readonly base: Content;
  readonly now: Content;
}

export interface RecordEdit<Kind extends RecordKind> {
  readonly edit: Edit<ContentOf<Kind>>;
  readonly known: ItemOf<Kind> | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly summary: RefObject<HTMLDivElement | null>;
  /** What went wrong beyond single fields. */
  readonly refusal: Error | null;
  /** What saving would do, of exactly what stands in the form. */
  readonly effect: RecordEffect | null;
  readonly effectPanel: RefObject<HTMLDivElement | null>;
  readonly newer: Newer<ContentOf<Kind>> | null;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly isSaved: boolean;
  readonly look: () => void;
  readonly save: () => void;
  readonly saveAnyway: () => void;
  /** How it is in force, and what was typed is given up. */
  readonly startAgain: () => void;
  /** A draft in the form; `base` is what it was made from. */
  readonly take: (draft: ContentOf<Kind>, base: ContentOf<Kind>) => void;
  /** After it was kept as a draft nothing is unsaved. */
  readonly noteKept: () => void;
  /** Of a new one: the draft in which it is kept; null: in none. */
  readonly draft: KnownDraft | null;
  readonly noteNewDraft: (draft: KnownDraft) => void;
  readonly fail: (error: Error) => void;
}

interface Options<Kind extends RecordKind> {
  readonly kind: Kind;
  /** As it was read; null for a new one. */
  readonly item: ItemOf<Kind> | null;
  readonly start: ContentOf<Kind>;
  /** Whether saving shows first what it does to free times and appointments. */
  readonly hasEffect: boolean;
  /** Of a new one: what it goes on with. */
  readonly draft: KnownDraft | null;
  readonly onSaved: ((saved: ItemOf<Kind>) => unknown) | undefined;
}

/** A record from the first key to its saving. What is typed survives every refusal, and every change of somebody else. */
export function useRecordEdit<Kind extends RecordKind>({ kind, item, start, hasEffect, onSaved, draft: begun }: Options<Kind>): RecordEdit<Kind> {
  type Content = ContentOf<Kind>;
  const navigate = useNavigate();
  const { saved: savedText } = useMessages(records);
  const [known, setKnown] = useState(item);
  const [content, setContent] = useState<Content>(item?.content ?? start);
  const [kept, setKept] = useState<Content>(item?.content ?? start);
  const [placed, setPlaced] = useState<Placed>({});
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [shown, setShown] = useState<{ readonly of: Content; readonly effect: RecordEffect } | null>(null);
  const [draft, setDraft] = useState(begun);
  const [newer, setNewer] = useState<Newer<Content> | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const effectPanel = useRef<HTMLDivElement>(null);
  const name: RecordName = { kind, id: known?.id ?? 'new' };
  const isChanged = !isSame(content, kept);
  const effect = shown && isSame(shown.of, content) ? shown.effect : null;

  const looking = useMutation({
    mutationFn: async ({ wished }: { readonly wished: Content; readonly saves: boolean }) => tryOut(name, { does: 'change', revision: known?.revision ?? 0, content: wished }),
    onSuccess: (found, { wished, saves }) => {
      if (saves && isHarmless(found)) return saving.mutate(wished);
      flushSync(() => setShown({ of: wished, effect: found }));
      effectPanel.current?.focus();
    },
    onError: fail,
  });
  const saving = useMutation({
    mutationFn: (wished: Content) => send(wished),
    onSuccess: done,
    onError: fail,
  });

  // State, history and draft change beside this form; then its next save must know the newest revision.
  if (item && known && item.revision > known.revision && newer === null && !saving.isPending) {
    if (isSame(item.content, known.content) || !isChanged) {
      setKnown(item);
      if (!isChanged) keep(item.content);
    }
  }

  function keep(next: Content): void {
    setContent(next);
    setKept(next);
  }

  /** The API answers with the kind that it was asked for. */
  async function send(wished: Content): Promise<ItemOf<Kind>> {
    const sent = withoutBlanks(wished);
    const answer = known ? await staffCall(changeRecord, { params: { kind, record_id: known.id }, body: { revision: known.revision, content: sent } }) : await staffCall(createRecord, { params: { kind }, body: { content: sent, ...(draft && { draft_id: draft.id }) } });
    return answer as ItemOf<Kind>;
  }

  async function done(saved: ItemOf<Kind>): Promise<void> {
    keepRecord(saved);
    // At once, so that a step to another page is not asked about as if something were unsaved.
    flushSync(() => {
      setNewer(null);
      setShown(null);
      keep(saved.content);
      if (known) setKnown(saved);
    });
    void readRecordsAgain(kind);
    if (onSaved) await onSaved(saved);
    else if (!known) await navigate(staffPaths.record(kind, saved.id), { replace: true, state: { said: savedText } });
  }

  async function lookAgain(): Promise<void> {
    if (!known) return;
    const now = await fetchRecord({ kind, id: known.id });
    void readRecordsAgain(kind);
    setContent((typed) => withNewer(typed, known.content, now.content));
    setKept(now.content);
    setKnown(now);
    setNewer({ base: known.content, now: now.content });
    setShown(null);
  }

  function fail(error: Error): void {
    if (problemOf(error) === 'changed-meanwhile' && known) {
      lookAgain().catch(setRefusal);
      return;
    }
    const found = placeErrors(fieldErrorsOf(error));
    flushSync(() => {
      setPlaced(found);
      setRefusal(Object.keys(found).length === 0 ? error : null);
    });
    summary.current?.focus();
  }

  function forgetTrouble(): void {
    setPlaced({});
    setRefusal(null);
    saving.reset();
  }

  function put(pointer: string, value: unknown): void {
    setContent((before) => withValueAt(before, pointer, value));
    setPlaced((before) => without(before, idOf(pointer)));
    saving.reset();
  }

  function begin(saves: boolean): void {
    if (looking.isPending || saving.isPending) return;
    const wished = known ? content : withSlug(content);
    if (wished !== content) setContent(wished);
    forgetTrouble();
    if (saves && (!hasEffect || effect)) saving.mutate(wished);
    else looking.mutate({ wished, saves });
  }

  const errorOf = (pointer: string) => placed[idOf(pointer)]?.detail;
  const edit: Edit<Content> = {
    content,
    isNew: known === null,
    change: (patch) => {
      setContent((before) => ({ ...before, ...patch }));
      setPlaced((before) => without(before, ...Object.keys(patch).map((key) => idOf(`/${key}`))));
      saving.reset();
    },
    put,
    idOf,
    errorOf,
    text: (pointer) => ({ id: idOf(pointer), error: errorOf(pointer), value: String(valueAt(content, pointer) ?? ''), onChange: (value) => put(pointer, value) }),
    number: (pointer) => ({ id: idOf(pointer), error: errorOf(pointer), value: String(valueAt(content, pointer) ?? ''), onChange: (value) => put(pointer, /^\d+$/.test(value.trim()) ? Number(value) : value) }),
  };

  return {
    edit,
    known,
    errors: Object.fromEntries(Object.entries(placed).map(([id, { label, detail }]) => [id, label ? `${label}: ${detail}` : detail])),
    summary,
    refusal,
    effect,
    effectPanel,
    newer,
    isChanged,
    isBusy: looking.isPending || saving.isPending,
    isSaved: saving.isSuccess && !isChanged,
    look: () => begin(false),
    save: () => begin(true),
    saveAnyway: () => {
      if (!saving.isPending) saving.mutate(content);
    },
    startAgain: () => {
      if (known) keep(known.content);
      setNewer(null);
      forgetTrouble();
    },
    take: (draft, base) => {
      if (!known) return;
      setContent(withNewer(draft, base, known.content));
      setKept(known.content);
      if (!isSame(base, known.content)) setNewer({ base, now: known.content });
      forgetTrouble();
    },
    noteKept: () => setKept(content),
    draft,
    noteNewDraft: (kept) => {
      setDraft({ id: kept.id, revision: kept.revision });
      setKept(content);
    },
    fail,
  };
}

function without(placed: Placed, ...ids: readonly string[]): Placed {
  const left = Object.entries(placed).filter(([id]) => !ids.some((gone) => id === gone || id.startsWith(`${gone}-`)));
  return left.length === Object.keys(placed).length ? placed : Object.fromEntries(left);
}
