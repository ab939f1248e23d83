import { type ReactNode, useId } from 'react';

export interface Tile {
  readonly value: string;
  readonly label: ReactNode;
}

interface Props {
  /** What the tiles have in common: "Morning". */
  readonly legend: ReactNode;
  readonly help?: string | undefined;
  readonly name: string;
  readonly tiles: readonly Tile[];
  readonly value: string | null;
  readonly wide?: boolean;
  readonly onChange: (value: string) => void;
}

/** Short choices as large keys, such as times. */
export function TileRadios({ legend, help, name, tiles, value, wide = false, onChange }: Props) {
  const id = useId();
  return (
    <fieldset aria-describedby={help && `${id}-help`}>
      <legend>{legend}</legend>
      {help && (
        <p className="form-text" id={`${id}-help`}>
          {help}
        </p>
      )}
      <div className={`tiles ${wide ? 'tiles-wide' : ''}`}>
        {tiles.map((tile) => (
          <label className="tile" key={tile.value}>
            <input type="radio" name={name} value={tile.value} checked={tile.value === value} onChange={() => onChange(tile.value)} />
            <span>{tile.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
