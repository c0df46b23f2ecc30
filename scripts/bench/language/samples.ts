/** Sums up the integers below a number: limits on, coverage off. */
export const ADDER = `public with sharing class BenchAdder {
  public static Integer run(Integer times) {
    Integer sum = 0;
    for (Integer i = 0; i < times; i++) {
      sum = sum + i;
    }
    return sum;
  }
}`;

/** Reads one user by Id again and again, as the product does: in system mode, fields by name. */
export const READER = `public without sharing class BenchReader {
  public static Integer run(Id userId, Integer times) {
    Integer length = 0;
    for (Integer i = 0; i < times; i++) {
      User found = [SELECT Id, Name, Email FROM User WHERE Id = :userId WITH SYSTEM_MODE];
      length += found.Name.length();
    }
    return length;
  }
}`;

/** Updates all accounts in one statement. */
export const WRITER = `public with sharing class BenchWriter {
  public static void fill(Integer count) {
    List<Account> accounts = new List<Account>();
    for (Integer i = 0; i < count; i++) {
      accounts.add(new Account(Name = 'Account ' + i));
    }
    insert as system accounts;
  }
  public static Integer run() {
    List<Account> accounts = [SELECT Id, Name FROM Account WITH SYSTEM_MODE];
    for (Account each : accounts) {
      each.Name = each.Name + '!';
    }
    update as system accounts;
    return accounts.size();
  }
}`;

export const TRIGGER = `trigger BenchTrigger on Account (before update, after update) {
  for (Account each : Trigger.new) {
    if (Trigger.isBefore && each.Name != Trigger.oldMap.get(each.Id).Name) {
      each.Description = each.Name;
    }
  }
}`;
