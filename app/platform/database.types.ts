// Generated from supabase/migrations by `npm run database:types`; do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: {
      categories: {
        Row: {
          active: boolean
          name: string
          position: number
          slug: string
        }
        Insert: {
          active?: boolean
          name: string
          position?: number
          slug: string
        }
        Update: {
          active?: boolean
          name?: string
          position?: number
          slug?: string
        }
        Relationships: []
      }
      profiles: {
        Row: {
          created_at: string
          deleted_at: string | null
          id: string
          name: string
          role: string
          time_zone: string | null
          updated_at: string
        }
        Insert: {
          created_at?: string
          deleted_at?: string | null
          id: string
          name: string
          role?: string
          time_zone?: string | null
          updated_at?: string
        }
        Update: {
          created_at?: string
          deleted_at?: string | null
          id?: string
          name?: string
          role?: string
          time_zone?: string | null
          updated_at?: string
        }
        Relationships: []
      }
      rate_limits: {
        Row: {
          attempts: number
          expires_at: string
          key: string
        }
        Insert: {
          attempts: number
          expires_at: string
          key: string
        }
        Update: {
          attempts?: number
          expires_at?: string
          key?: string
        }
        Relationships: []
      }
      ticket_attachments: {
        Row: {
          content_type: string
          created_at: string
          id: string
          message_id: string | null
          message_key: string
          name: string
          object_name: string
          size: number
          ticket_id: string
          uploaded_by: string
        }
        Insert: {
          content_type: string
          created_at?: string
          id: string
          message_id?: string | null
          message_key: string
          name: string
          object_name?: never
          size: number
          ticket_id: string
          uploaded_by: string
        }
        Update: {
          content_type?: string
          created_at?: string
          id?: string
          message_id?: string | null
          message_key?: string
          name?: string
          object_name?: never
          size?: number
          ticket_id?: string
          uploaded_by?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_attachments_message_id_fkey'
            columns: ['message_id']
            isOneToOne: false
            referencedRelation: 'ticket_messages'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ticket_attachments_uploaded_by_fkey'
            columns: ['uploaded_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      ticket_drafts: {
        Row: {
          category: string | null
          created_at: string
          description: string
          id: string
          owner_id: string
          priority: string
          subject: string
          updated_at: string
        }
        Insert: {
          category?: string | null
          created_at?: string
          description?: string
          id: string
          owner_id: string
          priority?: string
          subject?: string
          updated_at?: string
        }
        Update: {
          category?: string | null
          created_at?: string
          description?: string
          id?: string
          owner_id?: string
          priority?: string
          subject?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_drafts_category_fkey'
            columns: ['category']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['slug']
          },
          {
            foreignKeyName: 'ticket_drafts_owner_id_fkey'
            columns: ['owner_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
      ticket_events: {
        Row: {
          actor_id: string | null
          after: string | null
          before: string | null
          created_at: string
          id: number
          kind: string
          staff_only: boolean
          ticket_id: string
        }
        Insert: {
          actor_id?: string | null
          after?: string | null
          before?: string | null
          created_at?: string
          id?: never
          kind: string
          staff_only?: boolean
          ticket_id: string
        }
        Update: {
          actor_id?: string | null
          after?: string | null
          before?: string | null
          created_at?: string
          id?: never
          kind?: string
          staff_only?: boolean
          ticket_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_events_actor_id_fkey'
            columns: ['actor_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ticket_events_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      ticket_messages: {
        Row: {
          author_id: string
          body: string
          created_at: string
          id: string
          kind: string
          ticket_id: string
          words: unknown | null
        }
        Insert: {
          author_id: string
          body: string
          created_at?: string
          id: string
          kind?: string
          ticket_id: string
          words?: never
        }
        Update: {
          author_id?: string
          body?: string
          created_at?: string
          id?: string
          kind?: string
          ticket_id?: string
          words?: never
        }
        Relationships: [
          {
            foreignKeyName: 'ticket_messages_author_id_fkey'
            columns: ['author_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ticket_messages_ticket_id_fkey'
            columns: ['ticket_id']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },]
      }
      tickets: {
        Row: {
          assignee_id: string | null
          category: string
          created_at: string
          follow_up_of: string | null
          id: string
          last_message_at: string
          last_reply_by: string | null
          number: number
          priority: string
          requester_id: string
          solved_at: string | null
          source: string
          status: string
          subject: string
          updated_at: string
          version: number
        }
        Insert: {
          assignee_id?: string | null
          category: string
          created_at?: string
          follow_up_of?: string | null
          id: string
          last_message_at?: string
          last_reply_by?: string | null
          number?: never
          priority?: string
          requester_id: string
          solved_at?: string | null
          source?: string
          status?: string
          subject: string
          updated_at?: string
          version?: number
        }
        Update: {
          assignee_id?: string | null
          category?: string
          created_at?: string
          follow_up_of?: string | null
          id?: string
          last_message_at?: string
          last_reply_by?: string | null
          number?: never
          priority?: string
          requester_id?: string
          solved_at?: string | null
          source?: string
          status?: string
          subject?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'tickets_assignee_id_fkey'
            columns: ['assignee_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'tickets_category_fkey'
            columns: ['category']
            isOneToOne: false
            referencedRelation: 'categories'
            referencedColumns: ['slug']
          },
          {
            foreignKeyName: 'tickets_follow_up_of_fkey'
            columns: ['follow_up_of']
            isOneToOne: false
            referencedRelation: 'tickets'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'tickets_requester_id_fkey'
            columns: ['requester_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['id']
          },]
      }
    }
    Views: { [_ in never]: never }
    Functions: {
      add_internal_note: {
        Args: { body: string; id: string; ticket_number: number }
        Returns: undefined
      }
      attach_file: {
        Args: { content_type: string; id: string; message_key: string; name: string; size: number; ticket_id: string }
        Returns: undefined
      }
      clear_attempts: {
        Args: { key: string }
        Returns: undefined
      }
      close_solved_tickets: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      close_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      count_attempt: {
        Args: { allowed: number; key: string; window_seconds: number }
        Returns: Json
      }
      discard_draft: {
        Args: { id: string }
        Returns: undefined
      }
      discard_file: {
        Args: { id: string }
        Returns: undefined
      }
      list_tickets: {
        Args: { category?: string; from_date?: string; page?: number; page_size?: number; priority?: string; search?: string; sort?: string; status?: string; to_date?: string; view?: string }
        Returns: Json
      }
      open_ticket: {
        Args: { category: string; description: string; id: string; priority: string; subject: string }
        Returns: number
      }
      release_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      reopen_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      reply_to_ticket: {
        Args: { body: string; id: string; next_status?: string; ticket_number: number }
        Returns: number
      }
      save_draft: {
        Args: { category: string; description: string; id: string; priority: string; subject: string }
        Returns: undefined
      }
      set_role: {
        Args: { email: string; role: string }
        Returns: string
      }
      stale_files: {
        Args: Record<PropertyKey, never>
        Returns: { id: string; object_name: string }[]
      }
      sweep_rate_limits: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      take_ticket: {
        Args: { ticket_number: number }
        Returns: undefined
      }
      ticket_page: {
        Args: { ticket_number: number }
        Returns: Json
      }
      update_profile: {
        Args: { name: string; time_zone?: string }
        Returns: undefined
      }
      viewer: {
        Args: Record<PropertyKey, never>
        Returns: { email: string; id: string; name: string; role: string; session_id: string; time_zone: string }[]
      }
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
