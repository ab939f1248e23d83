import { type Channel, type ChannelContent } from '@sportello/contract';
import { type ReactNode, useState } from 'react';
import { common } from '../../messages/common.ts';
import { recordFields } from '../../messages/record-fields.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useLanguage, useMessages } from '../../messages/LanguageContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyRules } from './CopyRules.tsx';
import { LimitFields } from './LimitFields.tsx';
import { MoneyFields } from './MoneyFields.tsx';
import { NeedsFields } from './NeedsFields.tsx';
import { inChannelOrder, newChannel } from './new-content.ts';
import { QuestionsEditor } from './QuestionsEditor.tsx';
import { RuleGroup } from './RuleGroup.tsx';
import { sayGroups } from './say-rules.ts';
import type { ChannelEdit, ServiceEdit } from './service-edit.ts';
import { BufferFields, DurationFields, TermsFields, WindowFields } from './TimeGroups.tsx';
import { WordsFields } from './WordsFields.tsx';

interface Props {
  readonly channel: Channel;
  readonly edit: ServiceEdit;
}

/** How a service is booked in one way, with every rule; or the offer to book it so. */
export function ChannelPart({ channel, edit }: Props) {
  const { channel: texts } = useMessages(servicesAdmin);
  const { channels: names } = useMessages(common);
  const { channels } = edit.content;
  const index = channels.findIndex((one) => one.channel === channel);
  const rules = channels[index];
  // A way that was taken away comes back as it was, as long as the page is open.
  const [takenAway, setTakenAway] = useState<ChannelContent | null>(null);

  if (!rules) {
    return (
      <>
        <h2>{names[channel]}</h2>
        <p>{texts.offText[channel]}</p>
        {takenAway === null && <p className="form-text">{texts.addText}</p>}
        <Button onClick={() => edit.put('/channels', inChannelOrder([...channels, takenAway ?? newChannel(channel)]))}>{texts.add[channel]}</Button>
      </>
    );
  }

  function remove(): void {
    setTakenAway(rules ?? null);
    edit.put('/channels', channels.toSpliced(index, 1));
  }

  return (
    <>
      <h2>{names[channel]}</h2>
      <RuleGroups edit={edit} rules={rules} at={(name) => `/channels/${index}${name === undefined ? '' : `/${name}`}`} />
      <CopyRules edit={edit} from={rules} />
      <div className="channel-remove">
        <Button kind="outline-danger" onClick={remove}>
          {texts.remove[channel]}
        </Button>
        <p className="form-text">{texts.removeText}</p>
      </div>
    </>
  );
}

function RuleGroups(channel: ChannelEdit) {
  const texts = useMessages(servicesAdmin);
  const fields = useMessages(recordFields);
  const says = sayGroups(channel.rules, { texts, fields, language: useLanguage() });
  const groups: Readonly<Record<keyof typeof says, ReactNode>> = {
    duration: <DurationFields {...channel} />,
    buffers: <BufferFields {...channel} />,
    window: <WindowFields {...channel} />,
    terms: <TermsFields {...channel} />,
    limits: <LimitFields {...channel} />,
    needs: <NeedsFields {...channel} />,
    money: <MoneyFields {...channel} />,
    words: <WordsFields {...channel} />,
    questions: <QuestionsEditor {...channel} />,
  };
  // The names of the record are those of the texts.
  const names = Object.keys(groups) as (keyof typeof says)[];
  return names.map((name) => (
    <RuleGroup key={name} title={texts.groups[name]} says={says[name]} openAtFirst={name === 'duration'}>
      {groups[name]}
    </RuleGroup>
  ));
}
