-- Threads of Slack's assistant pane, for a month after they were last looked at.

create table assistant_thread (
    workspace varchar(100) not null,
    -- The person's own chat with Rapport, and the time stamp that names the thread in it.
    channel varchar(100) not null,
    thread varchar(60) not null,
    user_id varchar(200) not null,
    -- The channel that the person viewed last beside it; null if they viewed none.
    viewed varchar(40),
    -- Whether it has a title.
    titled boolean not null,
    seen_at bigint not null,
    primary key (workspace, channel, thread)
);
create index assistant_thread_seen on assistant_thread (seen_at);
create index assistant_thread_user on assistant_thread (workspace, user_id);
