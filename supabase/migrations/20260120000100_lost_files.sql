/*
  Files that could not be kept with a form whose session had ended. Their names stay with the draft, so that its
  owner is told after signing in; a draft goes with its message, and they with it.
*/

alter table public.ticket_drafts add column lost_files text[] not null default '{}';
alter table public.ticket_drafts add constraint ticket_drafts_lost_files_few
  check (cardinality(lost_files) <= 100 and char_length(array_to_string(lost_files, '')) <= 25500);
comment on column public.ticket_drafts.lost_files is 'Names of files that were chosen and could not be kept.';

alter table public.ticket_reply_drafts add column lost_files text[] not null default '{}';
alter table public.ticket_reply_drafts add constraint ticket_reply_drafts_lost_files_few
  check (cardinality(lost_files) <= 100 and char_length(array_to_string(lost_files, '')) <= 25500);
comment on column public.ticket_reply_drafts.lost_files is 'Names of files that were chosen and could not be kept.';

drop function public.park_draft(uuid, uuid, text, text, text, text);
drop function public.park_reply(uuid, integer, uuid, text);

-- As save_draft, for somebody whose permit the server has checked, with the files that it could not keep.
-- Definer: service_role may not call what signed-in people call.
create function public.park_draft(
  person_id uuid,
  id uuid,
  subject text,
  description text,
  category text,
  priority text,
  lost_files text[] default '{}'
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.act_for(person_id);
  perform public.save_draft(
    park_draft.id, park_draft.subject, park_draft.description, park_draft.category, park_draft.priority
  );
  update public.ticket_drafts d
  set lost_files = park_draft.lost_files
  where d.id = park_draft.id and d.owner_id = person_id;
end
$$;

revoke execute on function public.park_draft(uuid, uuid, text, text, text, text, text[])
  from public, anon, authenticated;
grant execute on function public.park_draft(uuid, uuid, text, text, text, text, text[]) to service_role;

-- As save_reply_draft. Where files were lost the draft is kept without a text too: it has something to tell.
-- Definer: as above.
create function public.park_reply(
  person_id uuid,
  ticket_number integer,
  id uuid,
  body text,
  lost_files text[] default '{}'
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  draft_of uuid;
begin
  perform private.act_for(person_id);
  draft_of := public.save_reply_draft(park_reply.ticket_number, park_reply.id, park_reply.body);

  if cardinality(park_reply.lost_files) > 0
    and not exists (select 1 from public.ticket_messages m where m.id = park_reply.id)
  then
    insert into public.ticket_reply_drafts as d (id, ticket_id, owner_id, body)
    values (park_reply.id, draft_of, person_id, '')
    on conflict on constraint ticket_reply_drafts_pkey do nothing;
  end if;
  update public.ticket_reply_drafts d
  set lost_files = park_reply.lost_files
  where d.id = park_reply.id and d.owner_id = person_id;
  return draft_of;
end
$$;

revoke execute on function public.park_reply(uuid, integer, uuid, text, text[]) from public, anon, authenticated;
grant execute on function public.park_reply(uuid, integer, uuid, text, text[]) to service_role;

-- As before, with the files that were lost.
create or replace function public.desk_page(ticket_number integer, reply_id uuid default null, note_id uuid default null)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  desk constant jsonb := public.desk_ticket(desk_page.ticket_number);
  page jsonb;
  drafts jsonb;
begin
  if desk is null then
    return null;
  end if;
  page := public.ticket_page(desk_page.ticket_number);

  select jsonb_object_agg(newest.kind, newest.draft) into drafts
  from (
    select distinct on (d.kind)
      d.kind,
      jsonb_build_object(
        'id', d.id, 'body', d.body, 'lost_files', d.lost_files, 'updated_at', d.updated_at
      ) as draft
    from public.ticket_reply_drafts d
    where d.ticket_id = (page -> 'ticket' ->> 'id')::uuid
      and d.owner_id = (select auth.uid())
      and case d.kind when 'note' then note_id is null or d.id = note_id else reply_id is null or d.id = reply_id end
    order by d.kind, d.updated_at desc
  ) as newest;

  return page || jsonb_build_object(
    'desk', desk,
    'categories', (
      select coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name) order by c.position), '[]')
      from public.categories c
      where c.active
    ),
    'reply_draft', drafts -> 'public',
    'note_draft', drafts -> 'note',
    'kept_files', public.kept_files(coalesce(reply_id, (drafts -> 'public' ->> 'id')::uuid))
  );
end
$$;
