import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSay, useSession } from '../state/session-context'
import { Action } from './action'

interface SheetProps {
  readonly title: string
  readonly children: ReactNode
  /** What can be done with it; by default it can be closed. */
  readonly actions?: ReactNode
}

/** A dialog over the window. */
export function Sheet({ title, children, actions }: SheetProps) {
  const say = useSay()
  const { showDialog } = useSession()
  return (
    <ModalOverlay className="modal-overlay" isOpen isDismissable onOpenChange={() => showDialog(null)}>
      <Modal className="modal">
        <Dialog className="sheet">
          <Heading slot="title">{title}</Heading>
          <div className="sheet-body">{children}</div>
          <div className="sheet-foot">
            {actions ?? (
              <Action kind="primary" onPress={() => showDialog(null)}>
                {say('ui.action.close')}
              </Action>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
