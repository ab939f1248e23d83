import type { ContentOf } from '@sportello/contract';
import { useRef } from 'react';
import { recordFields } from '../../../messages/record-fields.ts';
import { recordForms } from '../../../messages/record-forms.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { InTwo } from '../InTwo.tsx';
import { OrderedRows } from '../OrderedRows.tsx';
import type { Edit } from '../use-record-edit.ts';
import { Part } from './Part.tsx';

/** The links at the foot of the pages, in their order. */
export function LinksFields({ edit }: { readonly edit: Edit<ContentOf<'union'>> }) {
  const { labels } = useMessages(recordFields);
  const { union: texts, remove, removeOf } = useMessages(recordForms);
  const part = useRef<HTMLDivElement>(null);
  const { links } = edit.content;
  const nameOf = ({ label }: (typeof links)[number], index: number) => label.it || texts.link(index + 1);

  const isWrong = (index: number) => ['label/it', 'label/en', 'url', 'rel'].some((name) => edit.errorOf(`/links/${index}/${name}`) !== undefined);

  function take(index: number): void {
    edit.change({ links: links.filter((_, at) => at !== index) });
    part.current?.focus();
  }

  return (
    <Part title={labels.links} help={texts.linksHelp}>
      <div id={edit.idOf('/links')} tabIndex={-1} data-quiet-focus ref={part} />
      {links.length === 0 && <p className="form-text">{texts.noLinks}</p>}
      <OrderedRows items={links} keyOf={(_, index) => String(index)} nameOf={nameOf} onOrder={(next) => edit.change({ links: [...next] })}>
        {(link, index) => (
          // What is wrong must be in sight, and so must one that is empty yet.
          <details className="link-fields" open={isWrong(index) || isBlank(link) || undefined}>
            <summary>
              <strong>{nameOf(link, index)}</strong> <span className="form-text">{link.url}</span>
            </summary>
            <InTwo edit={edit} at={`/links/${index}/label`} label={texts.label} required maxLength={100} />
            <div className="in-two">
              <TextField {...edit.text(`/links/${index}/url`)} label={texts.url} help={texts.urlHelp} required autoComplete="off" maxLength={500} />
              <TextField {...edit.text(`/links/${index}/rel`)} label={texts.rel} help={texts.relHelp} required autoComplete="off" maxLength={50} />
            </div>
            <button type="button" className="plain-button" aria-label={removeOf(nameOf(link, index))} onClick={() => take(index)}>
              {remove}
            </button>
          </details>
        )}
      </OrderedRows>
      <Button kind="outline-primary" wide onClick={() => edit.change({ links: [...links, { rel: '', label: { it: '' }, url: '' }] })}>
        {texts.addLink}
      </Button>
    </Part>
  );
}

function isBlank({ url, rel, label }: ContentOf<'union'>['links'][number]): boolean {
  return url === '' || rel === '' || label.it === '';
}
