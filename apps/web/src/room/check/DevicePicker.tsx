import { useId } from 'react';
import type { ListedDevice } from './use-device-list.ts';

interface Props {
  readonly label: string;
  readonly devices: readonly ListedDevice[];
  /** What is in use; unknown: the first, which is the browser's own choice. */
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

/** Which device; nothing where there is nothing to choose. */
export function DevicePicker({ label, devices, value, onChange }: Props) {
  const id = useId();
  if (devices.length < 2) return null;
  const known = devices.find((one) => one.id === value) ?? devices[0];
  return (
    <div className="device-picker">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="form-select" value={known?.id} onChange={({ target }) => onChange(target.value)}>
        {devices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
