-- What was acknowledged and is not answered yet. The event, sealed, is what is needed to answer it
-- after a restart: masked words, and where the reply goes. Nothing stays for longer than 30 minutes.
create table inbox (
  id varchar(36) not null primary key,
  channel varchar(20) not null,
  received_at bigint not null,
  -- The order of those that came to one process within a millisecond.
  place bigint not null,
  -- The process that answers it, which must renew the lease to keep it.
  owner varchar(36) not null,
  lease_until bigint not null,
  -- waiting; sending, once a reply may have gone out; failed, with a reason and without the event.
  state varchar(10) not null,
  reason varchar(60) not null default '',
  event text not null
);
create index inbox_received on inbox (received_at, place);
create index inbox_owner on inbox (owner);
