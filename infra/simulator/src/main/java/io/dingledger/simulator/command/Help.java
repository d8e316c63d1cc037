package io.dingledger.simulator.command;

import java.util.Set;

/** How {@code ./dev simulate} is called. */
final class Help {
  static final Set<String> ASKED = Set.of("help", "--help", "-h");

  static final String TEXT =
      """
      ./dev simulate [OPTIONS]
          在模拟的世界里按种子运行整个系统，什么都可能出错；每一步都核对承诺，最后以账务系统自己的账簿为准
          runs the whole system in a simulated world by seeds, where anything may go wrong, and holds
          each step and the ledgers' own books against the promises

        --seeds N             多少个种子 · how many seeds (1000)
        --from S              第一个种子 · the first seed (1)
        --faults A,B | none   只让这些出错 · only these go wrong
        --without A,B         除这些以外都可能出错 · all but these may go wrong
        --workers W           同时运行几个 · how many at a time (每核一个 · one for each core)
        --story               讲述这一个种子，即使没有问题 · tells this one seed even if nothing is wrong
        --as-is               不缩小失败的运行 · does not make a failing run smaller
        --suppress n,n        略去这些编号的故障 · leaves out what struck by these numbers
        --bug NAME|FILE       故意放入这个缺陷，看多久能找到 · puts this bug in and sees how soon it is found
        --bugs                逐个放入全部缺陷 · all bugs, one after another

      返回码 · exit codes: 0 全部守住 · all kept, 1 有承诺被破坏或有未覆盖的 · a promise broken, or not all covered,
        2 无法执行 · refused
      docs/simulator.md
      """;

  private Help() {}
}
