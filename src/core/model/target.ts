import { z } from 'zod'
import { COMPUTER_NAME, USER_NAME } from './computer-name'

/** The name or address of a computer, without the blanks around it. */
export const ComputerName = z.string().trim().regex(COMPUTER_NAME, 'not a computer name')

/** The name of an account, without the blanks around it. */
export const UserName = z.string().trim().regex(USER_NAME, 'not a user name')
