-- Conversations in Teams that have Rapport in them, so that it can write there unasked. The tenant
-- is the workspace, which says whose organisation it is.

create table teams_reference (
    tenant varchar(100) not null,
    -- A channel's without its thread.
    conversation varchar(400) not null,
    -- personal, group or channel.
    scope varchar(10) not null,
    -- Whose personal chat it is, as in the table of addresses; empty otherwise.
    user_id varchar(200) not null,
    -- The same person as chats of Teams name them.
    member varchar(200) not null,
    -- The bot as chats of Teams name it.
    bot varchar(200) not null,
    -- Where to write, as a signed token named it.
    service_url varchar(400) not null,
    since bigint not null,
    -- When it came to its end and why, a short code; null while it can be written to.
    ended_at bigint,
    end_reason varchar(60),
    primary key (tenant, conversation)
);
create index teams_reference_user on teams_reference (tenant, user_id);
create index teams_reference_member on teams_reference (tenant, member);
