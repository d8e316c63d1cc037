#!/usr/bin/env node
// Asks an evaluation of IAM policies that we did not write, npm's @cloud-copilot/iam-simulate,
// about every call that the tests made and every hostile one, and compares its verdicts with ours.
//
// Optional: nothing else needs it. Once, in any folder:  npm install @cloud-copilot/iam-simulate
// Then the tests, which write the calls (infra/local/target/permissions):
//   ./mvnw -pl infra/local -am test -Dtest='PermissionsTest,HostileTest' \
//     -Dsurefire.failIfNoSpecifiedTests=false
// Then, with the folder that has node_modules:
//   node infra/aws/verify/policies.mjs --modules FOLDER [--every N]
//
// --every N asks about each N-th hostile call only. Exit status: 0 all agree, 1 some do not,
// 3 something is missing.
import { readFileSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const calls = join(root, 'infra', 'local', 'target', 'permissions')

function option(name, otherwise) {
  const at = process.argv.indexOf(name)
  return at < 0 ? otherwise : process.argv[at + 1]
}

function missing(chinese, english) {
  console.error(`VERIFY-MISSING ${chinese}\nVERIFY-MISSING ${english}`)
  process.exit(3)
}

const modules = resolve(option('--modules', process.cwd()))
let simulate
try {
  const require = createRequire(join(modules, 'package.json'))
  const entry = require.resolve('@cloud-copilot/iam-simulate')
  const loaded = await import(pathToFileURL(entry))
  simulate = loaded.runSimulation ?? loaded.default.runSimulation
} catch {
  missing(
    `在 ${modules} 没有找到 @cloud-copilot/iam-simulate,请先 npm install。`,
    `@cloud-copilot/iam-simulate is not in ${modules}; npm install it first.`)
}
if (!existsSync(join(calls, 'policies.json'))) {
  missing('没有找到测试写出的调用,请先运行测试。', 'there are no calls; run the tests first.')
}

// It drops KMS's encryption context, whose keys have any name, from requests (0.1.173). So that key
// goes by another name here, in policies and in requests alike.
function renamed(text) {
  return text.replaceAll('kms:EncryptionContext:', 'aws:PrincipalTag/kms-context-')
}

const policies = JSON.parse(renamed(readFileSync(join(calls, 'policies.json'), 'utf8')))
const account = '000000000000'

function resourcePolicy(resource) {
  const name = resource.substring(resource.lastIndexOf('/') + 1)
  const found = policies[`${name} trust`]
  return found === undefined ? undefined : found[0]
}

async function verdict(line) {
  const simulation = {
    request: {
      principal: `arn:aws:iam::${account}:role/${line.role}`,
      action: line.action,
      resource: { resource: line.resource, accountId: account },
      contextVariables: Object.fromEntries(
        Object.entries(line.context).map(([key, values]) =>
          [key, /LeadingKeys|TagKeys/i.test(key) ? values : values[0]])),
    },
    identityPolicies: (policies[line.role] ?? []).map((policy, at) => ({ name: `${at}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: resourcePolicy(line.resource),
  }
  const answer = await simulate(simulation, {})
  if (answer.resultType === 'error') {
    return { refused: answer.errors.message }
  }
  return { allowed: answer.overallResult === 'Allowed' }
}

let disagreements = 0
for (const [name, every] of [['calls', 1], ['hostile', Number(option('--every', '1'))]]) {
  const file = join(calls, `${name}.jsonl`)
  if (!existsSync(file)) {
    missing(`没有找到 ${file}。`, `there is no ${file}.`)
  }
  const lines = readFileSync(file, 'utf8').split('\n').filter(each => each !== '')
  const counts = { asked: 0, agree: 0, differ: 0, 'not answered': 0 }
  const why = new Map()
  for (let at = 0; at < lines.length; at += every) {
    const line = JSON.parse(renamed(lines[at]))
    const theirs = await verdict(line)
    counts.asked++
    if (theirs.refused !== undefined) {
      // An action that does not exist on such a resource can't be allowed either.
      counts['not answered']++
      why.set(`${line.action} ${theirs.refused}`, lines[at])
    } else if (theirs.allowed === line.allowed) {
      counts.agree++
    } else {
      counts.differ++
      disagreements++
      if (counts.differ <= 10) {
        console.log(`differs: ours ${line.allowed}, theirs ${theirs.allowed}: ${lines[at]}`)
      }
    }
  }
  console.log(name, counts)
  for (const [reason, example] of why) {
    console.log(`  not answered: ${reason}, for example ${example.substring(0, 200)}`)
  }
}
process.exit(disagreements === 0 ? 0 : 1)
