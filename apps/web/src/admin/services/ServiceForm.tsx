import { Suspense } from 'react';
import { PageWaiting } from '../../shell/PageWaiting.tsx';
import { ChannelPart } from './ChannelPart.tsx';
import { PartLinks } from './PartLinks.tsx';
import { channelOfPart, type ServicePart, serviceParts } from './parts.ts';
import { PreviewPart } from './PreviewPart.tsx';
import { PublicationPart } from './PublicationPart.tsx';
import type { ServiceEdit } from './service-edit.ts';
import { TextsPart } from './TextsPart.tsx';
import { useServicePart } from './use-part.ts';

interface Props {
  readonly edit: ServiceEdit;
  /** Of the service; undefined while it is not there yet. */
  readonly recordId: string | undefined;
}

/** All that is decided about a service, part by part. Those out of sight stay in the page, so that what is wrong there has a place. */
export function ServiceForm({ edit, recordId }: Props) {
  const [shown, show] = useServicePart();
  return (
    <div className="service-form">
      <PartLinks shown={shown} channels={edit.content.channels.map(({ channel }) => channel)} onShow={show} />
      {serviceParts.map((part) => (
        <div key={part} data-part={part} hidden={part !== shown} className="service-part">
          <Suspense fallback={<PageWaiting />}>
            <Part part={part} isShown={part === shown} edit={edit} recordId={recordId} />
          </Suspense>
        </div>
      ))}
    </div>
  );
}

function Part({ part, isShown, edit, recordId }: Props & { readonly part: ServicePart; readonly isShown: boolean }) {
  const channel = channelOfPart(part);
  if (channel) return <ChannelPart channel={channel} edit={edit} />;
  if (part === 'testi') return <TextsPart edit={edit} />;
  if (part === 'pubblicazione') return <PublicationPart edit={edit} />;
  // It asks the server, so it is there only while somebody looks at it.
  return isShown && <PreviewPart content={edit.content} recordId={recordId} />;
}
