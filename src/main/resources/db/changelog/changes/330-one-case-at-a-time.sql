--liquibase formatted sql

--changeset office-cleanup:330-reserved-for
--comment: what the case alone is about until it is closed: an office, a seat (government and city) for an office to be set up, a template, a year, files; null: nothing
alter table case_file add reserved_for varchar(100);

--changeset office-cleanup:330-reserve-offices-of-open-cases
--comment: earlier versions let several cases about one office be open at once; the first has it, the others go on to their end
update case_file set reserved_for = concat('office:', office_id)
  where closed_at is null and office_id is not null and procedure_key in ('retention-application', 'office-abolition', 'office-integration')
    and not exists (select 1 from case_file other
      where other.office_id = case_file.office_id and other.closed_at is null
        and other.procedure_key in ('retention-application', 'office-abolition', 'office-integration')
        and (other.opened_at < case_file.opened_at or other.opened_at = case_file.opened_at and other.case_number < case_file.case_number));

--changeset office-cleanup:330-reserve-seats-of-open-cases
--comment: a municipality, a prefecture, or a county-level city under a province itself, as HostPlaces tells cities
create table seat_taken (case_number varchar(32) primary key, seat varchar(100) not null, opened_at timestamp with time zone not null);
insert into seat_taken (case_number, seat, opened_at)
  select f.case_number, concat('seat:', f.government_code, ':', case
      when substring(a.host_city_code, 1, 2) in ('11', '12', '31', '50') then substring(a.host_city_code, 1, 2)
      when substring(a.host_city_code, 3, 2) = '90' then a.host_city_code
      else substring(a.host_city_code, 1, 4) end), f.opened_at
    from case_file f join application a on a.case_number = f.case_number
    where f.closed_at is null and f.procedure_key = 'office-establishment';
update case_file set reserved_for = (select t.seat from seat_taken t where t.case_number = case_file.case_number)
  where exists (select 1 from seat_taken t where t.case_number = case_file.case_number
    and not exists (select 1 from seat_taken other where other.seat = t.seat
      and (other.opened_at < t.opened_at or other.opened_at = t.opened_at and other.case_number < t.case_number)));
drop table seat_taken;

--changeset office-cleanup:330-reserved-once
create unique index case_file_reserved_for on case_file (reserved_for);
