/** The integration services with a column of their own, in the order Hyper-V's cmdlets list them by class. */
export const JUDGED_SERVICES = ['heartbeat', 'kvp', 'shutdown', 'timesync', 'vss', 'guest-service-interface'] as const

/** Every integration service the program knows; `rdv` is evidence only and never counts into a verdict. */
export const SERVICES = [...JUDGED_SERVICES, 'rdv'] as const

export type ServiceId = (typeof SERVICES)[number]
export type JudgedServiceId = (typeof JUDGED_SERVICES)[number]

/** The host's WMI classes of a service, in root\virtualization\v2, and the component id both share. */
export interface ServiceClasses {
  readonly component: string
  readonly setting: string
  /** Last GUID of `DeviceID`, of the setting's `InstanceID` and of `Get-VMIntegrationService`'s `Id`: the same in every display language. */
  readonly componentId: string
}

export const SERVICE_CLASSES: Readonly<Record<ServiceId, ServiceClasses>> = {
  heartbeat: {
    component: 'Msvm_HeartbeatComponent',
    setting: 'Msvm_HeartbeatComponentSettingData',
    componentId: '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47',
  },
  kvp: {
    component: 'Msvm_KvpExchangeComponent',
    setting: 'Msvm_KvpExchangeComponentSettingData',
    componentId: '2A34B1C2-FD73-4043-8A5B-DD2159BC743F',
  },
  shutdown: {
    component: 'Msvm_ShutdownComponent',
    setting: 'Msvm_ShutdownComponentSettingData',
    componentId: '9F8233AC-BE49-4C79-8EE3-E7E1985B2077',
  },
  timesync: {
    component: 'Msvm_TimeSyncComponent',
    setting: 'Msvm_TimeSyncComponentSettingData',
    componentId: '2497F4DE-E9FA-4204-80E4-4B75C46419C0',
  },
  vss: {
    component: 'Msvm_VssComponent',
    setting: 'Msvm_VssComponentSettingData',
    componentId: '5CED1297-4598-4915-A5FC-AD21BB4D02A4',
  },
  'guest-service-interface': {
    component: 'Msvm_GuestServiceInterfaceComponent',
    setting: 'Msvm_GuestServiceInterfaceComponentSettingData',
    componentId: '6C09BB55-D683-4DA0-8931-C9BF705F6480',
  },
  rdv: {
    component: 'Msvm_RdvComponent',
    setting: 'Msvm_RdvComponentSettingData',
    componentId: '6C5ADDB9-A11A-4E8E-84CB-E6208201DB63',
  },
}
