import { useId } from 'react';
import { deskRoom } from '../../messages/desk-room.ts';
import { useMessages } from '../../messages/LanguageContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';

export function BellSwitch({ isOn, onTurn }: { readonly isOn: boolean; readonly onTurn: (isOn: boolean) => void }) {
  const { board } = useMessages(deskRoom);
  const id = useId();
  return <Checkbox id={id} label={board.bell} checked={isOn} onChange={onTurn} />;
}
