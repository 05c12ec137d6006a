/*
  Replies that somebody is still writing belong to what is held about them.
*/

create or replace function private.drafts_of(person_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(draft.held order by draft.created_at), '[]')
  from (
    select d.created_at, to_jsonb(d) - 'owner_id' as held
    from public.ticket_drafts d
    where d.owner_id = drafts_of.person_id
    union all
    select r.created_at, to_jsonb(r) - 'owner_id'
    from public.ticket_reply_drafts r
    where r.owner_id = drafts_of.person_id
  ) as draft
$$;
