-- A message about a question to experts is on its way: set before it goes out and cleared once it is
-- known what came of it, so that a crash in between posts nothing twice. Milliseconds since 1970.
alter table expert_post add column begun_at bigint;

-- Which answer a message in Teams shows, for whoever rates it with Teams' own thumbs on another
-- server or after a restart. The message is a keyed hash, so that no conversation is kept with what
-- was asked in it.
create table teams_answer (
    message varchar(64) primary key,
    answer varchar(100) not null,
    sent_at bigint not null
);
create index teams_answer_sent on teams_answer (sent_at);
