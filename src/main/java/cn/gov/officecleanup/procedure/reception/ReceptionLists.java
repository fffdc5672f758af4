package cn.gov.officecleanup.procedure.reception;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Guests, companions and items of each reception, once as planned and once as they were. */
@Repository
class ReceptionLists {

  private final JdbcClient jdbc;

  ReceptionLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ReceptionList plan(String caseNumber) {
    return of(caseNumber, false);
  }

  ReceptionList list(String caseNumber) {
    return of(caseNumber, true);
  }

  void replace(String caseNumber, boolean listed, ReceptionList list) {
    List.of("reception_person", "reception_item")
        .forEach(
            table -> jdbc.sql("delete from %s where case_number = ? and listed = ?".formatted(table)).params(caseNumber, listed).update());
    insert(caseNumber, listed, false, list.guests());
    insert(caseNumber, listed, true, list.companions());
    for (int position = 0; position < list.items().size(); position++) {
      Item item = list.items().get(position);
      jdbc.sql("insert into reception_item values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(caseNumber, listed, position, item.kind().name(), item.heldOn(), item.supplier(), item.content(), item.quantity(),
              item.unitPrice())
          .update();
    }
  }

  private void insert(String caseNumber, boolean listed, boolean companion, List<Person> people) {
    for (int position = 0; position < people.size(); position++) {
      Person person = people.get(position);
      jdbc.sql("insert into reception_person values (?, ?, ?, ?, ?, ?, ?)")
          .params(caseNumber, listed, companion, position, person.name(), person.unit(), person.post())
          .update();
    }
  }

  private ReceptionList of(String caseNumber, boolean listed) {
    List<Item> items = jdbc.sql("""
      select kind, held_on, supplier, content, quantity, unit_price from reception_item where case_number = ? and listed = ?
      order by position""").params(caseNumber, listed).query(Item.class).list();
    return new ReceptionList(people(caseNumber, listed, false), people(caseNumber, listed, true), items);
  }

  private List<Person> people(String caseNumber, boolean listed, boolean companion) {
    return jdbc
        .sql("select name, unit, post from reception_person where case_number = ? and listed = ? and companion = ? order by position")
        .params(caseNumber, listed, companion)
        .query(Person.class)
        .list();
  }
}
