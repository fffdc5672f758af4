--liquibase formatted sql

--changeset office-cleanup:618-former-name
--comment: by what an office was called, and until when
create table office_former_name (
  office_id bigint not null references office (id),
  name varchar(200) not null,
  until date not null -- day on which it got another name, the last one of this
);
create index office_former_name_office on office_former_name (office_id);
insert into office_former_name (office_id, name, until)
select office_id, substring(reason from position('，原名“' in reason) + 4 for char_length(reason) - position('，原名“' in reason) - 5),
  cast(changed_at as date)
from office_status_change where reason like '经省政府批准更名为“%”，原名“%”。';
