import './index.scss'

const tones: Record<string, 'bad' | 'good' | 'off' | 'waiting'> = {
  cancelled: 'off',
  failed: 'bad',
  mixed: 'waiting',
  paid: 'good',
  pending: 'waiting',
  planned: 'waiting',
  refunded: 'off',
  released: 'off',
  reserved: 'waiting',
  returned: 'bad',
  reversed: 'off',
  sold: 'good',
  void: 'off',
}

type Props = {
  /** The words of the state, in the reader's language: the colour alone says nothing. */
  label: string
  size?: 'large' | 'small'
  /** The stored state; an unknown one is shown without a colour. */
  state: string
}

/** The state of a file, line or payment. */
export const StateBadge = ({ label, size = 'small', state }: Props) => (
  <span className={`state-badge state-badge--${tones[state] ?? 'off'} state-badge--${size}`}>
    {label}
  </span>
)
