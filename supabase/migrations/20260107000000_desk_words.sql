/*
  The words of the desk: tags, macros and saved replies.

  They are the team's own. Customers never see one, nor that a ticket has one: the history of tags and
  macros is `staff_only`, and a change of tags does not move the time at which a ticket changed.
*/

create table public.tags (
  name text primary key,
  created_at timestamptz not null default now(),

  constraint tags_name_length check (char_length(name) between 1 and 30),
  constraint tags_name_lower_case check (name = lower(name)),
  constraint tags_name_one_line check (name !~ '[[:cntrl:],]' and name = btrim(name) and name !~ '  ')
);

comment on table public.tags is 'What a ticket is about, in the words of the team. No comma: it stands between tags.';

alter table public.tags enable row level security;
revoke all on public.tags from anon, authenticated;

create policy "Staff can see the tags" on public.tags
  for select to authenticated using ((select private.is_staff()));

grant select on public.tags to authenticated;
grant select, insert, update, delete on public.tags to service_role;


create table public.ticket_tags (
  ticket_id uuid not null references public.tickets (id),
  tag text not null references public.tags (name) on update cascade on delete cascade,

  primary key (ticket_id, tag)
);

create index ticket_tags_by_tag on public.ticket_tags (tag);

alter table public.ticket_tags enable row level security;
revoke all on public.ticket_tags from anon, authenticated;

create policy "Staff can see the tags of every ticket" on public.ticket_tags
  for select to authenticated using ((select private.is_staff()));

grant select on public.ticket_tags to authenticated;
grant select, insert, delete on public.ticket_tags to service_role;


-- A macro is several changes at once. What is null, empty or 'keep' stays as it is.
create table public.macros (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text not null default '',
  reply text not null default '',
  next_status text,
  priority text,
  add_tags text[] not null default '{}',
  assign text not null default 'keep',
  active boolean not null default true,
  position integer not null default 0,
  version integer not null default 1,
  updated_at timestamptz not null default now(),

  constraint macros_name_unique unique (name),
  constraint macros_name_length check (char_length(name) <= 80),
  constraint macros_name_not_blank check (name ~ '[^[:space:]\u00a0\u200b\ufeff]'),
  constraint macros_name_one_line check (name !~ '[[:cntrl:]]'),
  constraint macros_description_length check (char_length(description) <= 300),
  constraint macros_reply_length check (char_length(reply) <= 10000),
  constraint macros_next_status_known check (next_status in ('open', 'pending', 'on_hold', 'solved')),
  constraint macros_priority_known check (priority in ('low', 'normal', 'high', 'urgent')),
  constraint macros_add_tags_count check (cardinality(add_tags) <= 20),
  constraint macros_assign_known check (assign in ('keep', 'me', 'nobody')),
  constraint macros_changes_something check (
    btrim(reply) <> '' or next_status is not null or priority is not null
    or cardinality(add_tags) > 0 or assign <> 'keep'
  )
);

comment on column public.macros.reply is 'May name {{variables}}; see private.fill_in.';
comment on column public.macros.assign is 'keep: stays. me: whoever uses the macro. nobody: back to the queue.';

alter table public.macros enable row level security;
revoke all on public.macros from anon, authenticated;

create policy "Staff can see the macros" on public.macros
  for select to authenticated using ((select private.is_staff()));

grant select on public.macros to authenticated;
grant select, insert, update, delete on public.macros to service_role;


create table public.saved_replies (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  body text not null,
  active boolean not null default true,
  version integer not null default 1,
  updated_at timestamptz not null default now(),

  constraint saved_replies_title_unique unique (title),
  constraint saved_replies_title_length check (char_length(title) <= 80),
  constraint saved_replies_title_not_blank check (title ~ '[^[:space:]\u00a0\u200b\ufeff]'),
  constraint saved_replies_title_one_line check (title !~ '[[:cntrl:]]'),
  constraint saved_replies_body_length check (char_length(body) <= 10000),
  constraint saved_replies_body_not_blank check (body ~ '[^[:space:]\u00a0\u200b\ufeff]')
);

comment on column public.saved_replies.body is 'May name {{variables}}; see private.fill_in.';

alter table public.saved_replies enable row level security;
revoke all on public.saved_replies from anon, authenticated;

create policy "Staff can see the saved replies" on public.saved_replies
  for select to authenticated using ((select private.is_staff()));

grant select on public.saved_replies to authenticated;
grant select, insert, update, delete on public.saved_replies to service_role;


-- Every change is a new version, whoever makes it, so that a form can tell that it is out of date.
create function private.next_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end
$$;

create trigger next_version before update on public.macros
  for each row execute function private.next_version();
create trigger next_version before update on public.saved_replies
  for each row execute function private.next_version();


-- What can happen to a ticket from now on. tags, macro: staff only. merged, merged_from, split, split_from:
-- for everybody, with the number of the other ticket.
alter table public.ticket_events drop constraint ticket_events_kind_known;
alter table public.ticket_events add constraint ticket_events_kind_known check (
  kind in (
    'opened', 'status', 'priority', 'category', 'assignee', 'follow_up', 'notice',
    'tags', 'macro', 'merged', 'merged_from', 'split', 'split_from'
  )
);
alter table public.ticket_events add constraint ticket_events_team_only
  check (staff_only or kind not in ('assignee', 'tags', 'macro'));
