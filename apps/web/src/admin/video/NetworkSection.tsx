import type { VideoConnection } from '@sportello/contract';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { videoConnection } from '../../messages/video-connection.ts';
import { Alert } from '../../ui/Alert.tsx';
import { Facts } from '../../ui/Facts.tsx';

/** By which servers browsers find each other in the own room; without TURN that is not enough everywhere. */
export function NetworkSection({ connection: { ice_urls, has_turn } }: { readonly connection: Pick<VideoConnection, 'ice_urls' | 'has_turn'> }) {
  const { network: texts } = useMessages(videoConnection);
  const servers = ice_urls.map((url) => (
    <code className="server-address" key={url} translate="no">
      {url}
    </code>
  ));
  return (
    <>
      <p>{texts.text}</p>
      {has_turn ? (
        <p>{texts.hasTurn}</p>
      ) : (
        <Alert kind="warning">
          <p>
            <strong>{texts.noTurn}</strong> {texts.noTurnText}
          </p>
        </Alert>
      )}
      <Facts facts={[{ label: texts.servers, value: servers.length > 0 ? servers : texts.none }]} />
    </>
  );
}
