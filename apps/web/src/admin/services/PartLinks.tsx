import type { Channel } from '@sportello/contract';
import type { MouseEvent } from 'react';
import { channelIcons } from '../../find/channel-icons.ts';
import { common } from '../../messages/common.ts';
import { servicesAdmin } from '../../messages/services-admin.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { channelOfPart, type ServicePart, serviceParts } from './parts.ts';

interface Props {
  readonly shown: ServicePart;
  /** The ways in which the service is booked. */
  readonly channels: readonly Channel[];
  readonly onShow: (part: ServicePart) => void;
}

/** The parts of the editor, with the one that is shown. */
export function PartLinks({ shown, channels, onShow }: Props) {
  const { parts } = useMessages(servicesAdmin);
  const { channels: names } = useMessages(common);
  const labels: Partial<Record<ServicePart, string>> = { testi: parts.textsShort, pubblicazione: parts.publication, anteprima: parts.preview };

  function open(event: MouseEvent, part: ServicePart): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onShow(part);
  }

  return (
    <nav aria-label={parts.label} className="part-links">
      <ul className="plain-list">
        {serviceParts.map((part) => {
          const channel = channelOfPart(part);
          const isOff = channel !== null && !channels.includes(channel);
          return (
            <li key={part}>
              <a href={`?parte=${part}`} aria-current={part === shown ? 'true' : undefined} className={isOff ? 'is-off' : undefined} onClick={(event) => open(event, part)}>
                {channel && <Icon name={channelIcons[channel]} size="sm" />}
                <span>
                  {channel ? names[channel] : labels[part]}
                  {isOff && <span className="part-off"> ({parts.off})</span>}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
