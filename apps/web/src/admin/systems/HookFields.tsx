import { type WebhookKind, webhookKinds } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { systems } from '../../messages/systems.ts';
import { CheckboxGroup } from '../../staff/CheckboxGroup.tsx';
import type { Form } from '../../staff/form.ts';
import { TextField } from '../../ui/TextField.tsx';
import { officesOf, ReachFields, type ReachValues } from './ReachFields.tsx';

export interface HookValues extends ReachValues {
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
}

/** Which system is told, where, and of what. */
export function HookFields({ form }: { readonly form: Pick<Form<HookValues>, 'values' | 'set' | 'field'> }) {
  const { newHook: texts, kinds } = useMessages(systems);
  const { id, error } = form.field('kinds');
  return (
    <>
      <TextField {...form.field('name')} label={texts.name} help={texts.nameHelp} required autoComplete="off" maxLength={80} />
      <TextField {...form.field('url')} type="url" label={texts.url} help={texts.urlHelp} required autoComplete="off" maxLength={1000} />
      <CheckboxGroup
        id={id}
        error={error}
        legend={texts.kinds}
        choices={webhookKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={form.values.kinds}
        onChange={(picked) => form.set({ kinds: webhookKinds.filter((kind) => picked.includes(kind)) })}
      />
      <ReachFields form={form} />
    </>
  );
}

export function hookBodyOf(values: HookValues) {
  return { name: values.name.trim(), url: values.url.trim(), kinds: [...values.kinds], office_ids: officesOf(values) };
}

interface Said {
  readonly nameMissing: string;
  readonly urlMissing: string;
  readonly kindsMissing: string;
}

export function mistakesInHook({ name, url, kinds, allOffices, office_ids }: HookValues, texts: Said, officesMissing: string) {
  return {
    ...(name.trim() === '' && { name: texts.nameMissing }),
    ...(url.trim() === '' && { url: texts.urlMissing }),
    ...(kinds.length === 0 && { kinds: texts.kindsMissing }),
    ...(!allOffices && office_ids.length === 0 && { office_ids: officesMissing }),
  };
}
