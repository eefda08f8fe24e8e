import { describe } from 'vitest'
import { approveTexts } from './approved-texts'

const VM = '8C1F4A6E-6D2C-4E0F-9C57-1B1F0E5C2A11'
const SERVICE = '"Name":"VSS","PrimaryStatusDescription":"No Contact"'
const WEB = `{"VMName":"web",${SERVICE}}`

describe('JSON', () => {
  approveTexts({
    'a bracket inside a text': `{"Notes":"}",\n"VMName":"web",\n${SERVICE}}\n`,
    'a quotation mark inside a text': `{"Notes":"a \\"}\\" b",\n"VMName":"web",\n${SERVICE}}\n`,
    'a backslash at the end of a text': `{"Notes":"c:\\\\",\n"VMName":"web",\n${SERVICE}}\n`,
    'a text that is cut off': `{"Notes":"open\n"VMName":"web",\n${SERVICE}}\n`,
    'lists inside': `{"Notes":["}","]"],\n"VMName":"web",\n${SERVICE}}\n`,
    'an end of its own': `${WEB}; \n`,
    'a comma behind': `${WEB},  \n`,
    'words in front': `see ${WEB}\n`,
    'a line of a log in front': `[web] started\n[12:00] {\n${WEB}\n`,
    'null among the objects': `[null,1,"x",\n${WEB}]\n`,
    'objects as texts, in a list': `["@{VMName=web; State=Off}",\n"@{VMName=db; State=Off}"]\n`,
    'objects as texts, inside an object': `{"Name":"web","State":"Running",\n"Services":["@{Name=VSS; PrimaryStatusDescription=No Contact}"]}\n`,
    'a text that is no object, inside an object': `{"Name":"web","State":"Off","Services":["VSS","Heartbeat"]}\n`,
    'an enum with its name alone': '{"VMName":"web","State":{"Value":"Off"}}\n',
    'an enum with an object inside': '{"VMName":"web","State":{"value":{"a":1}},"Uptime":"00:01:00"}\n',
    'a span of time': '{"VMName":"web","State":"Running","Uptime":{"TotalSeconds":61.5,"Ticks":1}}\n',
    'properties that nobody knows': '{"a":1,"b":2,"State":"Off"}\n',
    'one property over several lines': '{\n"State":"Off"\n}\n',
    'an operational status alone': `{"Msvm_VssComponent":[{"OperationalStatus":[12]}]}\n`,
    'a class that only ends like one': `{"xMsvm_VssComponent":[{"SystemName":"${VM}","OperationalStatus":[12]}]}\n`,
    'a class with more behind': `{"Msvm_VssComponent list":[{"SystemName":"${VM}","OperationalStatus":[12]}]}\n`,
    'services of several VMs': `[\n{"Name":"web","State":"Running","Services":[{${SERVICE}},\n{"Name":"Heartbeat","PrimaryStatusDescription":"OK"}]},\n{"Name":"db","State":"Off","Services":[]}\n]\n`,
    'an object around VMs': `{"Host":"HV01",\n"VMs":[\n${WEB},\n${WEB.replace('web', 'db')}\n]}\n`,
    'an object without meaning around an object': `{"a":1,"State":"Off","b":{"c":[{"VMName":"web",\n${SERVICE}}]}}\n`,
    'a key that comes twice': `{"VMName":"web","State":"Running",\n"x":{"a":1},\n"x":{"b":1},\n"Services":[{${SERVICE}}]\n}\n`,
    'nested as deep as is read': `${'['.repeat(63)}${WEB}${']'.repeat(63)}\n`,
    'nested deeper than is read': `${'['.repeat(64)}${WEB}${']'.repeat(64)}\n`,
    'nested in objects as deep as is read': `${'{"a":'.repeat(63)}${WEB}${'}'.repeat(63)}\n`,
    'nested in objects deeper than is read': `${'{"a":'.repeat(64)}${WEB}${'}'.repeat(64)}\n`,
    'cut off over and over': `${'[\n'.repeat(60)}${WEB}\n`,
    'cut off a few times': `${'[\n'.repeat(3)}${WEB}\n`,
    'never closed': `[\n${WEB}\n`,
    'closed too often': `${WEB}}]\n`,
    'an empty object': `{}\n${WEB}\n`,
    'numbers as statuses': '{"VMName":"web","Name":"VSS","OperationalStatus":[123456]}\n',
    'a number and a word as statuses': '{"VMName":"web","Name":"VSS","OperationalStatus":[2,"ProtocolMismatch"]}\n',
    'an empty list beside a description': `{"VMName":"web","OperationalStatus":[],${SERVICE}}\n`,
  })
})

const S = (name: string, text: string): string => `<S N="${name}">${text}</S>`
const OBJ = `<Obj RefId="0"><Props>${S('VMName', 'web')}${S('Name', 'VSS')}${S('PrimaryStatusDescription', 'No Contact')}</Props></Obj>`

describe('CLIXML', () => {
  approveTexts({
    'a switch': `<Objs><Obj><Props>${S('VMName', 'web')}${S('Name', 'VSS')}<B N="Enabled"> false </B>${S('PrimaryStatusDescription', 'OK')}</Props></Obj></Objs>\n`,
    'numbers with spaces': `<Objs><Obj><Props>${S('VMName', 'web')}${S('Name', 'VSS')}<Obj N="OperationalStatus"><LST><I32> 2 </I32><I32>32775</I32></LST></Obj></Props></Obj></Objs>\n`,
    'an enum': `<Objs><Obj><Props>${S('VMName', 'web')}<Obj N="State"><TNRef RefId="1" /><ToString>Off</ToString><I32>3</I32></Obj></Props></Obj></Objs>\n`,
    'an enum without its name': `<Objs><Obj><Props>${S('VMName', 'web')}<Obj N="State"><I32>3</I32></Obj></Props></Obj></Objs>\n`,
    'a list with a name of its own': `<Objs><Obj><Props>${S('VMName', 'web')}${S('Name', 'VSS')}<Obj N="OperationalStatus"><ToString>x</ToString><LST><I32>2</I32><I32>32775</I32></LST></Obj></Props></Obj></Objs>\n`,
    'an object with a name of its own': `<Objs><Obj><ToString>VMIntegrationComponent</ToString><Props>${S('VMName', 'web')}${S('Name', 'VSS')}${S('PrimaryStatusDescription', 'No Contact')}</Props></Obj></Objs>\n`,
    'an object inside': `<Objs>\n<Obj><Props>${S('Name', 'web')}${S('State', 'Running')}\n<Obj N="Services"><LST>\n<Obj><Props>${S('Name', 'VSS')}${S('PrimaryStatusDescription', 'No Contact')}</Props></Obj>\n</LST></Obj></Props></Obj>\n</Objs>\n`,
    'an object as a text inside': `<Objs>\n<Obj><Props>${S('Name', 'web')}${S('State', 'Running')}\n<Obj N="Services"><LST><S>@{Name=VSS; PrimaryStatusDescription=No Contact}</S></LST></Obj></Props></Obj>\n</Objs>\n`,
    'an element that nobody closed': `<Objs><Obj><Props><S N="VMName">web${S('Name', 'VSS')}${S('PrimaryStatusDescription', 'No Contact')}</Props></Obj></Objs>\n`,
    'an element that nobody opened': `<Objs><Obj></X><Props>${S('VMName', 'web')}</Y>${S('Name', 'VSS')}</Z>${S('PrimaryStatusDescription', 'No Contact')}</Props></Obj></Objs>\n`,
    'objects on lines of their own': `<Objs>\n${OBJ}\n\n${OBJ.replace('web', 'db')}\n</Objs>\nend\n`,
    'nested as deep as is read': `<Objs>${'<Obj N="Services"><MS>'.repeat(30)}${OBJ}${'</MS></Obj>'.repeat(30)}</Objs>\n`,
    'nested deeper than is read': `<Objs>${'<Obj N="Services"><MS>'.repeat(31)}${OBJ}${'</MS></Obj>'.repeat(31)}</Objs>\n`,
    'a word of it in a sentence':
      'the file begins with <Objs Version="1.1.0.1">\n\nVMName Name PrimaryStatusDescription\n------ ---- ------------------------\nweb    VSS  No Contact\n',
    'a word of it over and over': `${'<Objs>\n'.repeat(60)}${WEB}\n`,
    'words of it a few times': `${'<Objs>\n'.repeat(2)}${WEB}\n`,
    'no end': `<Objs>\n${OBJ}\n`,
    'text between the elements': `<Objs>x<Obj>y<Props>z${S('VMName', 'web')}q${S('State', 'Off')}</Props></Obj></Objs>\n`,
    'characters that XML cannot hold': `<Objs><Obj><Props>${S('VMName', 'we_x0041_b &amp; c')}${S('State', 'Off')}</Props></Obj></Objs>\n`,
  })
})
