import type { Office, ServiceItem, ServicePage } from '@sportello/contract';
import { useState } from 'react';
import { deskBook } from '../../../messages/desk-book.ts';
import { useMessages } from '../../../messages/LanguageContext.tsx';
import { Combobox } from '../../../ui/Combobox.tsx';
import { matchServices } from '../desk-choice.ts';

interface Props {
  readonly id?: string;
  readonly chosen: Pick<ServicePage, 'id' | 'name'> | null;
  readonly services: readonly ServiceItem[];
  readonly offices: readonly Office[];
  readonly lastUsed: readonly string[];
  readonly error?: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The services of one's own offices by a few letters; before any, those used lately and then the most wanted. */
export function ServicePicker({ id = 'service', chosen, services, offices, lastUsed, error, onChoose }: Props) {
  const { choice: texts } = useMessages(deskBook);
  const [words, setWords] = useState<string | null>(null);
  const officeName = ({ office_id }: ServiceItem) => offices.find((office) => office.id === office_id)?.short_name ?? '';
  const found = matchServices(inOrder(services, lastUsed), words ?? '', officeName);
  return (
    <Combobox
      id={id}
      label={texts.service}
      required
      placeholder={texts.findService}
      words={words ?? chosen?.name ?? ''}
      listLabel={texts.services}
      status={found.length === 0 ? texts.noServices : texts.servicesFound(found.length)}
      maxLength={100}
      error={error}
      suggestions={found.map((service) => ({
        id: service.id,
        content: (
          <>
            <span className="suggestion-main">{service.name}</span>
            <span className="suggestion-sub">
              {officeName(service)}
              {lastUsed.includes(service.id) && `, ${texts.lastUsed}`}
            </span>
          </>
        ),
      }))}
      onWords={setWords}
      onChoose={(id) => {
        setWords(null);
        onChoose(id);
      }}
      onLeave={() => setWords(null)}
    />
  );
}

function inOrder(services: readonly ServiceItem[], lastUsed: readonly string[]): readonly ServiceItem[] {
  const rank = ({ id }: ServiceItem) => (lastUsed.includes(id) ? lastUsed.indexOf(id) : lastUsed.length);
  return services.toSorted((one, other) => rank(one) - rank(other) || other.popularity - one.popularity);
}
