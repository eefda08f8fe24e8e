import { useEffect, useState, type ReactNode } from 'react'
import { useSay } from '../state/session-context'

interface DropTargetProps {
  readonly children: ReactNode
  readonly onDrop: (files: readonly File[]) => void
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** The whole window takes dropped files. React Aria's drop zone would add a stop for the keyboard, which has Ctrl+O. */
export function DropTarget({ children, onDrop }: DropTargetProps) {
  const say = useSay()
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      // Without this the window would navigate to what is dropped.
      event.preventDefault()
      if (hasFiles(event)) setIsOver(true)
    }
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const onDropped = (event: DragEvent): void => {
      event.preventDefault()
      setIsOver(false)
      onDrop([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDropped)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDropped)
    }
  }, [onDrop])
  return (
    <>
      {children}
      {isOver && (
        <div className="drop-veil" aria-hidden="true">
          <span>{say('ui.start.drop-now')}</span>
        </div>
      )}
    </>
  )
}
