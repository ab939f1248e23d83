import type { VideoConnection } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { videoConnection } from '../../messages/video-connection.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Whether it works: a sign and a word, so that nobody needs to tell colours apart. */
export function HealthLight({ state }: Pick<VideoConnection, 'state'>) {
  const { now } = useMessages(videoConnection);
  return (
    <p className={`health-light health-light-${state === 'ready' ? 'good' : 'bad'}`}>
      <Icon name={state === 'ready' ? 'check' : 'error'} size="sm" />
      <span className="visually-hidden">{now.state}: </span>
      {now.lights[state]}
    </p>
  );
}
