import { useCallback, useMemo, useState } from 'react'

import type { VenueSeat } from '../../operations/loadVenueMap'

import { changesOf } from './draft'

/** How many steps back one can go. */
const STEPS = 50

/** The seats as somebody is changing them, beside the seats as they are saved. */
export const useDraft = (initial: VenueSeat[]) => {
  const [saved, setSaved] = useState(initial)
  const [steps, setSteps] = useState([initial])
  const draft = steps[steps.length - 1]!
  const pending = useMemo(() => changesOf({ draft, saved }), [draft, saved])
  const settle = useCallback((seats: VenueSeat[]) => {
    setSaved(seats)
    setSteps([seats])
  }, [])
  return {
    canUndo: steps.length > 1,
    change: (seats: VenueSeat[]) => setSteps([...steps, seats].slice(-STEPS)),
    discard: () => setSteps([saved]),
    draft,
    /** What is not saved yet. */
    pending,
    /** Takes over what the server has saved. */
    settle,
    undo: () => setSteps(steps.slice(0, -1)),
  }
}
