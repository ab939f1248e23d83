import { describedBy, FieldFrame, type FieldProps } from '../../ui/FieldFrame.tsx';

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day, "09:15". */
export function TimeField(props: Props) {
  return (
    <FieldFrame {...props}>
      <input {...describedBy(props)} className="form-control" type="time" step={300} value={props.value} onChange={({ target }) => props.onChange(target.value)} />
    </FieldFrame>
  );
}
