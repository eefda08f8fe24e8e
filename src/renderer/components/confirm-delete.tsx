import { Trash2 } from 'lucide-react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useSay } from '../state/session-context'
import { Action, IconAction } from './action'
import { HostText } from './host-text'

interface ConfirmDeleteProps {
  readonly label: string
  /** What is lost. */
  readonly text: string
  readonly isSmall?: boolean
  readonly onDelete: () => void
}

/** A button that deletes after asking. */
export function ConfirmDelete({ label, text, isSmall = false, onDelete }: ConfirmDeleteProps) {
  const say = useSay()
  const icon = <Trash2 size="1.05rem" aria-hidden />
  return (
    <DialogTrigger>
      {isSmall ? <IconAction label={label} icon={icon} /> : <Action icon={icon}>{label}</Action>}
      <ModalOverlay className="modal-overlay" isDismissable>
        <Modal className="modal">
          <Dialog className="sheet" role="alertdialog">
            {({ close }) => (
              <>
                <Heading slot="title">{say('history.delete-title')}</Heading>
                <div className="sheet-body">
                  <p>
                    <HostText text={text} />
                  </p>
                </div>
                <div className="sheet-foot">
                  <Action onPress={close}>{say('ui.action.cancel')}</Action>
                  <Action
                    kind="primary"
                    onPress={() => {
                      onDelete()
                      close()
                    }}
                  >
                    {say('history.delete')}
                  </Action>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
